import { changeOf } from './change';

it.each([
  [110, 100, 'less', { direction: 'up', percent: 10, verdict: 'worse' }],
  [90, 100, 'less', { direction: 'down', percent: 10, verdict: 'better' }],
  [90, 100, 'more', { direction: 'down', percent: 10, verdict: 'worse' }],
  [300, 100, undefined, { direction: 'up', percent: 200, verdict: undefined }],
  [5, 0, 'less', { direction: 'up', percent: undefined, verdict: 'worse' }],
  [100, 100, 'less', { direction: 'same', percent: 0, verdict: undefined }],
  [0, 0, 'less', { direction: 'same', percent: undefined, verdict: undefined }],
] as const)('tells how %d moved from %d where %s is good', (value, before, good, change) => {
  expect(changeOf(value, before, good)).toEqual(change);
});

it('overlooks what nobody would notice', () => {
  expect(changeOf(1000.1, 1000, 'less')).toMatchObject({ direction: 'same', verdict: undefined });
});
