/** A leap year: the longest range that one call may cover. */
export const MAX_RANGE_HOURS = 8784;

/** At most this many points in a time series. */
const MAX_POINTS = 200;

/** Bucket widths in seconds that divide a day, or are whole days, so that buckets of two calls line up. */
const BUCKET_SECONDS = [60, 300, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 345_600];

/**
 * The narrowest bucket, in seconds, that keeps a series within so many points.
 * @example bucketSecondsFor(24 * 3_600_000) // 900
 */
export function bucketSecondsFor(durationMs: number, points = MAX_POINTS): number {
  const fits = (seconds: number) => durationMs / 1000 / seconds <= points;
  return BUCKET_SECONDS.find(fits) ?? 345_600;
}
