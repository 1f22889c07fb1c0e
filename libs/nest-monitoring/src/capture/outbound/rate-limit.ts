import type { RateLimit } from '@scitex/monitoring-contracts';
import { combinedLimit } from './combined-limit.js';
import { resetOf } from './reset-of.js';

/** Names and values in turn, as they came: what channels and `rawHeaders` have. */
export type RawHeaders = readonly (Buffer | string)[];

/** As much of a value as is read. */
const MAX_VALUE = 512;
const LONGEST_NAME = 'x-rate-limit-remaining'.length;
/** The first of several, each of which may be followed by its window: `100, 100;w=60`. */
const FIRST_NUMBER = /^\s*(\d{1,15})\s*(?:[,;]|$)/;
const LETTERS = { r: 114, x: 120 };
/** The bit that tells a small letter of ASCII from its capital. */
const SMALL = 32;

type Field = 'limit' | 'remaining' | 'reset' | 'current' | 'policy' | 'retryAfter';

const PLAIN = ['limit', 'remaining', 'reset'] as const;
const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...['x-ratelimit', 'x-rate-limit', 'ratelimit'].flatMap((family) =>
    PLAIN.map((field) => [`${family}-${field}`, field] as const),
  ),
  ['ratelimit', 'current'],
  ['ratelimit-policy', 'policy'],
  ['retry-after', 'retryAfter'],
]);

/**
 * What an answer says of a rate limit, in whichever of the usual headers; null where it says nothing that can be read.
 * @example rateLimitOf(['X-RateLimit-Limit', '60', 'X-RateLimit-Remaining', '12']) // { limit: 60, remaining: 12, resetAt: null }
 */
export function rateLimitOf(headers: RawHeaders, now = Date.now()): RateLimit | null {
  let found: Partial<Record<Field, string>> | undefined;
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const field = fieldOf(headers[index]);
    if (field) (found ??= {})[field] ??= String(headers[index + 1]).slice(0, MAX_VALUE);
  }
  return found ? normalised(found, now) : null;
}

/** Most headers are told apart by their first letter, without making a text of it. */
function fieldOf(name: Buffer | string | undefined): Field | undefined {
  if (name === undefined || name.length > LONGEST_NAME) return undefined;
  const first = (typeof name === 'string' ? name.charCodeAt(0) : (name[0] ?? 0)) | SMALL;
  if (first !== LETTERS.r && first !== LETTERS.x) return undefined;
  return FIELDS.get(name.toString().toLowerCase());
}

function normalised(found: Partial<Record<Field, string>>, now: number): RateLimit | null {
  const said = combinedLimit(found);
  const limit = said.limit ?? numberIn(found.limit) ?? numberIn(found.policy);
  const remaining = said.remaining ?? numberIn(found.remaining);
  const resetAt = resetOf(said.reset, now) ?? resetOf(found.reset, now) ?? resetOf(found.retryAfter, now);
  if (limit === null && remaining === null && resetAt === null) return null;
  return { limit, remaining, resetAt };
}

function numberIn(text: string | undefined): number | null {
  const digits = FIRST_NUMBER.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
