/** A double; null for NaN, the infinities and what is no number. */
export function double(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Milliseconds; null for what no clock measures, such as a negative time or one whose square overflows a sum. */
export function duration(value: unknown): number | null {
  const ms = double(value);
  return ms !== null && ms >= 0 && ms <= Number.MAX_SAFE_INTEGER ? ms : null;
}

/** A status code of HTTP (RFC 9110, 15), from 100 to 599; null for what is none. */
export function statusCode(value: unknown): number | null {
  return Number.isInteger(value) && 100 <= Number(value) && Number(value) <= 599 ? Number(value) : null;
}

/** A count or a size that PostgreSQL's eight-byte integer and a number both hold exactly; null for what is none. */
export function natural(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}
