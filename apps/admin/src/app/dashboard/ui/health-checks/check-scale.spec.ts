import { toScale } from './check-scale';

const check = {
  ...({ name: 'errorRate', status: 'warning', unit: '%', since: null, sinceIsBound: false } as const),
  ...{ value: 4, warning: 2, critical: 4 },
};

it('places a value among its limits, worse further right', () => {
  const { value, warning, critical } = toScale(check) ?? {};
  expect(value).toBe(critical);
  expect(warning).toBeCloseTo((critical ?? 0) / 2);
});

it('begins at 100 % where less is worse', () => {
  const scale = (value: number) => toScale({ ...check, value, warning: 95, critical: 90 })?.value;
  expect(scale(100)).toBe(0);
  expect(scale(92)).toBeGreaterThan(scale(97) ?? 100);
});

it('holds what lies far beyond at its end', () => {
  expect(toScale({ ...check, value: 80 })?.value).toBe(100);
});

it('has no place for a value that there is none of', () => {
  expect(toScale({ ...check, value: null })).toBeUndefined();
});
