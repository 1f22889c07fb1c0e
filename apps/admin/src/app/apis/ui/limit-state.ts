import type { ApiRateLimits } from '@scitex/monitoring-contracts';

type SeenLimit = NonNullable<ApiRateLimits['last']>;

/** How much of a rate limit is left, for a gauge and in words. */
export interface LimitState {
  /** Percent, from 0 to 100. */
  readonly left: number;
  readonly level: 'plenty' | 'low' | 'out';
  readonly words: string;
}

const LOW = 20;

/** Null where an answer did not say both figures. @example limitState({ limit: 60, remaining: 6, … }) // level 'low' */
export function limitState({ limit, remaining }: Pick<SeenLimit, 'limit' | 'remaining'>): LimitState | null {
  if (limit === null || remaining === null || limit <= 0) return null;
  const left = Math.min(100, (100 * remaining) / limit);
  if (remaining === 0) return { left, level: 'out', words: 'Used up' };
  return left < LOW
    ? { left, level: 'low', words: 'Running low' }
    : { left, level: 'plenty', words: 'Enough left' };
}
