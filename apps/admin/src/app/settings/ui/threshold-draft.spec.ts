import { errorsOf, isChanged, isOwn, ownLimits, toDraft } from './threshold-draft';

const threshold = {
  ...({ name: 'errorRate', unit: '%', worse: 'higher', isOverridden: true } as const),
  ...{ warning: 1, critical: 3, inherited: { warning: 2, critical: 5 } },
};
const success = {
  ...({ name: 'apiSuccessRate', unit: '%', worse: 'lower', isOverridden: false } as const),
  ...{ warning: 95, critical: 90, inherited: { warning: 95, critical: 90 } },
};

it('starts with what counts', () => {
  const draft = toDraft(threshold);
  expect([isChanged(draft), isOwn(draft), errorsOf(draft)]).toEqual([false, true, {}]);
});

it('knows what is changed, and what is back at the usual limits', () => {
  const usual = toDraft(threshold, threshold.inherited);
  expect([isChanged(usual), isOwn(usual)]).toEqual([true, false]);
  expect(isChanged({ ...toDraft(threshold), warning: '1.0' })).toBe(false);
});

it('keeps what differs alone', () => {
  expect(ownLimits([toDraft(threshold), toDraft(success)])).toEqual([
    { name: 'errorRate', warning: 1, critical: 3 },
  ]);
});

it.each([
  [{ warning: '' }, ['warning']],
  [{ warning: '-1', critical: '101' }, ['warning', 'critical']],
  [{ critical: '0.5' }, ['critical']],
])('refuses %j in its fields', (wrong, fields) => {
  expect(Object.keys(errorsOf({ ...toDraft(threshold), ...wrong }))).toEqual(fields);
});

it('refuses a critical limit above the warning limit where less is worse', () => {
  expect(errorsOf({ ...toDraft(success), critical: '97' })).toEqual({
    critical: 'Use a critical limit below the warning limit.',
  });
});
