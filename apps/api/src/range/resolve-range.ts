import { bucketSecondsFor, type Range, type RangeQuery } from '@scitex/monitoring-contracts';
import type { Scope } from '@scitex/monitoring-storage';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 24;

/**
 * What a call asks for: the scope to read, and the range to tell the caller. `hours` end now.
 * @example resolveRange({ hours: 1 }).range.bucketSeconds // 60
 */
export function resolveRange(query: RangeQuery, now = new Date()): { scope: Scope; range: Range } {
  const { hours = DEFAULT_HOURS, from, to = now, app, environment, release, endpoint, method } = query;
  const begin = from ?? new Date(to.getTime() - hours * HOUR_MS);
  return {
    scope: { from: begin, to, app, environment, release, endpoint, method },
    range: {
      from: begin.toISOString(),
      to: to.toISOString(),
      bucketSeconds: bucketSecondsFor(to.getTime() - begin.getTime()),
    },
  };
}
