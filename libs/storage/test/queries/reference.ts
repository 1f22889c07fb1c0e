/** The arithmetic that queries are checked against, written without SQL. */

export { pick, randomNumbers } from '../../src/testing/random-numbers.js';

export const BUCKET_SECONDS = 300;

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function percent<Item>(items: readonly Item[], has: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : (100 * items.filter(has).length) / items.length;
}

/** Linear interpolation between the closest ranks, as `percentile_cont` defines it. */
export function percentile(values: readonly number[], fraction: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = fraction * (sorted.length - 1);
  const low = sorted[Math.floor(rank)];
  const high = sorted[Math.ceil(rank)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (rank - Math.floor(rank));
}

export function timings(values: readonly number[]) {
  return {
    avg: near(mean(values)),
    min: Math.min(...values),
    max: Math.max(...values),
    p50: about(percentile(values, 0.5)),
    p95: about(percentile(values, 0.95)),
    p99: about(percentile(values, 0.99)),
  };
}

/** As far off as a histogram's bin may be. */
export function about(value: number | null): unknown {
  const matches = (other: unknown) =>
    typeof other === 'number' && value !== null && Math.abs(other - value) <= 0.016 * value;
  return value === null
    ? null
    : { asymmetricMatch: matches, toString: () => 'about', toAsymmetricMatcher: () => `about ${value}` };
}

/** Sums of doubles depend on their order in the last digits. */
export function near(value: number | null): unknown {
  return value === null ? null : expect.closeTo(value, 8);
}

export function bucketStart(timestamp: number): string {
  const width = BUCKET_SECONDS * 1000;
  return new Date(Math.floor(timestamp / width) * width).toISOString();
}

/** Groups in the order of their keys. */
export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The largest groups first, equal ones in the order of their keys. */
export function mostFrequent<Item>(items: readonly Item[], key: (item: Item) => string): [string, Item[]][] {
  return groupBy(items, key).sort(([, a], [, b]) => b.length - a.length);
}
