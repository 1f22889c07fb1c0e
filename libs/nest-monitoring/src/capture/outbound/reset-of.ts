/** Seconds up to this many run from now on, above they count from 1970, and from here on in milliseconds. */
const LONGEST_WAIT_S = 1_000_000_000;
const MILLISECONDS = 100_000_000_000;
/** What lies further away was not meant as a time. */
const FARTHEST_MS = 366 * 86_400_000;

const NUMBER = /^\d{1,15}(?:\.\d{1,9})?$/;
/** RFC 9110, 5.6.7. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * When a limit is reset, in ISO 8601: of seconds from now, of a time since 1970 in seconds or milliseconds, or of a
 * date of HTTP. Null for anything else.
 * @example resetOf('30', Date.now()) // half a minute from now
 */
export function resetOf(text: string | undefined, now: number): string | null {
  const time = timeOf(text?.trim() ?? '', now);
  return Math.abs(time - now) <= FARTHEST_MS ? new Date(time).toISOString() : null;
}

function timeOf(text: string, now: number): number {
  if (HTTP_DATE.test(text)) return Date.parse(text);
  const figure = NUMBER.test(text) ? Number(text) : NaN;
  if (figure < LONGEST_WAIT_S) return now + 1000 * figure;
  return figure < MILLISECONDS ? 1000 * figure : figure;
}
