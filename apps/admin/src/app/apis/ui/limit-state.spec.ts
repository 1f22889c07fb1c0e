import { limitState } from './limit-state';

it.each([
  [60, 60, 100, 'plenty'],
  [60, 12, 20, 'plenty'],
  [60, 11, 18.33, 'low'],
  [60, 0, 0, 'out'],
  [60, 90, 100, 'plenty'],
])('of %d with %d left has %d percent, and is %s', (limit, remaining, left, level) => {
  const state = limitState({ limit, remaining });
  expect(state?.left).toBeCloseTo(left, 1);
  expect(state?.level).toBe(level);
});

it.each([
  [null, 5],
  [60, null],
  [0, 0],
])('of %p with %p left is not known', (limit, remaining) =>
  expect(limitState({ limit, remaining })).toBeNull(),
);
