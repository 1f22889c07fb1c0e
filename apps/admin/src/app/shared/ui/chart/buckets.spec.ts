import { bucketAt, intoBuckets, middleOf, spanOf, toBuckets } from './buckets';
import type { TimeSeries } from './time-series';

const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const range = { from: at('10:07'), to: at('12:07'), bucketSeconds: 900 };
const series = (...times: string[]): TimeSeries => ({
  ...{ name: 'Requests', look: 'line', color: 'primary' },
  points: times.map((time, index) => ({ timestamp: at(time), value: index })),
});
const buckets = toBuckets(range, [series('10:30')]);

it('covers the window with whole buckets, in step with the points', () => {
  expect(buckets).toEqual({ first: Date.parse(at('10:00')), width: 900_000, count: 9 });
  expect(toBuckets(range, [])).toEqual(buckets);
});

it('follows points that are in step with another clock', () => {
  expect(new Date(toBuckets(range, [series('11:10')]).first).toISOString()).toBe(at('09:55'));
});

it('puts each point into its bucket, and leaves the others empty', () => {
  const { points } = series('10:00', '10:30', '12:00', '13:00');
  expect(intoBuckets(points, buckets)).toEqual([0, NaN, 1, NaN, NaN, NaN, NaN, NaN, 2]);
});

it('pairs the period before with this one', () => {
  const before = [{ timestamp: at('08:15'), value: 7 }];
  expect(intoBuckets(before, buckets, 2 * 3_600_000)[1]).toBe(7);
});

it('finds the bucket of a moment, the nearest outside', () => {
  expect([at('10:29'), at('09:00'), at('23:00')].map((time) => bucketAt(buckets, Date.parse(time)))).toEqual([
    1, 0, 8,
  ]);
  expect(bucketAt(buckets, middleOf(buckets, 4))).toBe(4);
});

it('selects whole buckets, whichever end comes first', () => {
  const span = { from: at('10:15'), to: at('11:00') };
  expect([spanOf(buckets, 1, 3), spanOf(buckets, 3, 1)]).toEqual([span, span]);
});
