import type { TimePoint, TimeSeries, TimeSpan, TimeWindow } from './time-series';

/** The buckets of a window, all of the same width, in milliseconds since the epoch. */
export interface Buckets {
  readonly first: number;
  readonly width: number;
  readonly count: number;
}

/** The buckets that cover a window, aligned with those of the points. */
export function toBuckets({ from, to, bucketSeconds }: TimeWindow, series: readonly TimeSeries[]): Buckets {
  const width = bucketSeconds * 1000;
  const begin = Date.parse(from);
  const known = series.flatMap(({ points }) => points[0]?.timestamp ?? [])[0];
  const phase = known === undefined ? 0 : Date.parse(known);
  const first = begin - modulo(begin - phase, width);
  return { first, width, count: Math.max(1, Math.ceil((Date.parse(to) - first) / width)) };
}

/** The value of each bucket, NaN where it has none. @param laterBy milliseconds that the points are moved by */
export function intoBuckets(points: readonly TimePoint[], buckets: Buckets, laterBy = 0): number[] {
  const values = Array<number>(buckets.count).fill(NaN);
  for (const { timestamp, value } of points) {
    const index = Math.round((Date.parse(timestamp) + laterBy - buckets.first) / buckets.width);
    if (index in values) values[index] = value ?? NaN;
  }
  return values;
}

/** Where a bucket is drawn. */
export function middleOf({ first, width }: Buckets, index: number): number {
  return first + (index + 0.5) * width;
}

/** The bucket that a moment falls into, or the nearest. */
export function bucketAt({ first, width, count }: Buckets, moment: number): number {
  return Math.min(Math.max(Math.floor((moment - first) / width), 0), count - 1);
}

/** The time that two buckets and those between them cover, in either order. */
export function spanOf({ first, width }: Buckets, one: number, other: number): TimeSpan {
  const instant = (index: number) => new Date(first + index * width).toISOString();
  return { from: instant(Math.min(one, other)), to: instant(Math.max(one, other) + 1) };
}

/** Never negative. */
function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
