/** The last millisecond of the year 9999, beyond which ISO 8601 needs a sign. */
const MAX_TIME = 253_402_300_799_999;

/** Whole milliseconds since the epoch; null for what is no time between 1970 and 9999. */
export function milliseconds(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0 && value <= MAX_TIME)) return null;
  return Math.floor(value);
}
