/** Together no more than pruning would keep. */
const MAX_ENTRIES = 28;
const MAX_KEY_LENGTH = 128;
const MAX_STRING_LENGTH = 1024;

/** How JSON.stringify spells NUL and lone surrogates, which jsonb refuses, and some that it takes. */
const ESCAPED = '\\u';

/**
 * The JSON text of an object that is small and flat, as nearly all metadata is: several times as fast as pruning it.
 * Undefined for any other, and for one that holds what PostgreSQL may refuse.
 */
export function plainJson(value: object): string | undefined {
  if (!isPlain(value) || !isSmallAndFlat(value)) return undefined;
  const json = JSON.stringify(value);
  return json.includes(ESCAPED) ? undefined : json;
}

function isSmallAndFlat(value: object): boolean {
  let entries = 0;
  for (const key in value) {
    if (++entries > MAX_ENTRIES || key.length > MAX_KEY_LENGTH) return false;
    if (!isSmall((value as Record<string, unknown>)[key])) return false;
  }
  return true;
}

function isSmall(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_STRING_LENGTH;
  if (typeof value === 'object') return value === null || (isPlain(value) && isEmpty(value));
  return typeof value === 'number' || typeof value === 'boolean';
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/** Such as the query of most requests. */
function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
