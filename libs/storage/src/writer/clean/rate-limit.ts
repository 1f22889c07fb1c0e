import type { RateLimit } from '@scitex/monitoring-contracts';
import { natural } from './number.js';
import { milliseconds } from './time.js';

/** The JSON text of a rate limit, without what is none of its figures; null where nothing is left. */
export function rateLimit(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = value as Readonly<Record<string, unknown>>;
  const clean: RateLimit = {
    limit: natural(given['limit']),
    remaining: natural(given['remaining']),
    resetAt: instant(given['resetAt']),
  };
  return Object.values(clean).every((figure) => figure === null) ? null : JSON.stringify(clean);
}

/** ISO 8601; `Date.parse` makes a time of nearly anything. */
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]{5,18}(?:Z|[+-]\d\d:\d\d)$/;

function instant(value: unknown): string | null {
  if (typeof value !== 'string' || !INSTANT.test(value)) return null;
  const time = milliseconds(Date.parse(value));
  return time === null ? null : new Date(time).toISOString();
}
