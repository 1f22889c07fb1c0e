import { bucketSecondsFor, type Range, type RangeQuery } from '@scitex/monitoring-contracts';
import type { Scope } from '@scitex/monitoring-storage';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 24;

/** The time that a call asks for. `hours` end now. */
export function resolveSpan(
  { hours = DEFAULT_HOURS, from, to }: Pick<RangeQuery, 'hours' | 'from' | 'to'>,
  now = new Date(),
): { from: Date; to: Date } {
  const end = to ?? now;
  return { from: from ?? new Date(end.getTime() - hours * HOUR_MS), to: end };
}

/**
 * What a call asks for: the scope to read, and the range to tell the caller. `hours` end now.
 * @example resolveRange({ hours: 1 }).range.bucketSeconds // 60
 */
export function resolveRange(query: RangeQuery, now = new Date()): { scope: Scope; range: Range } {
  const { app, environment, release, endpoint, method } = query;
  const { from, to } = resolveSpan(query, now);
  return {
    scope: { from, to, app, environment, release, endpoint, method },
    range: {
      from: from.toISOString(),
      to: to.toISOString(),
      bucketSeconds: bucketSecondsFor(to.getTime() - from.getTime()),
    },
  };
}
