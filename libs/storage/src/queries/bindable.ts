/** The last millisecond of the year 9999. */
const MAX_TIME = 253_402_300_799_999;

/**
 * A text to compare columns with. PostgreSQL refuses NUL; the writer removes it from what it stores, and
 * so a filter finds what it was stored from.
 */
export function bindableText(text: string): string {
  return text.replaceAll('\0', '');
}

/** An instant as PostgreSQL reads it: no event lies outside of 1970 to 9999, and ISO 8601 is plain within. */
export function bindableTime(time: Date): string {
  return new Date(Math.min(Math.max(time.getTime(), 0), MAX_TIME)).toISOString();
}

/** A LIKE pattern for a literal text: `%`, `_` and the escape itself mean themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
