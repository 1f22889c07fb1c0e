import { bucketSecondsFor, type Range, type RangeQuery } from '@scitex/monitoring-contracts';
import type { Scope } from '@scitex/monitoring-storage';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 24;

export interface ResolvedRange {
  readonly scope: Scope;
  readonly range: Range;
}

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
export function resolveRange(query: RangeQuery, now = new Date()): ResolvedRange {
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

/**
 * The period before a range: as long, its points as wide, and it ends where the range begins.
 * @example previousOf(resolveRange({ hours: 24 })).range.to // the range's `from`
 */
export function previousOf({ scope, range }: ResolvedRange): ResolvedRange {
  const from = new Date(2 * scope.from.getTime() - scope.to.getTime());
  const window = { from: from.toISOString(), to: scope.from.toISOString() };
  return { scope: { ...scope, from, to: scope.from }, range: { ...range, ...window } };
}
