/** Longest texts, in UTF-16 units. Names are indexed, and an index entry holds at most 2704 bytes. */
export const NAME_LENGTH = 256;
export const ENDPOINT_LENGTH = 512;
export const LABEL_LENGTH = 1024;
export const BODY_LENGTH = 65_536;

/**
 * A text that PostgreSQL can hold: without NUL, which it refuses, with lone surrogates replaced, and no
 * longer than `maxLength`. Null for what is no text.
 */
export function text(value: unknown, maxLength: number): string | null {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (typeof value !== 'string') return null;
  if (value.length <= maxLength && isStorable(value)) return value;
  return value.slice(0, maxLength).replaceAll('\0', '').toWellFormed();
}

function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}
