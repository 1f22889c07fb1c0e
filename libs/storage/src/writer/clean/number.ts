const MAX_INTEGER = 2_147_483_647;

/** A double; null for NaN, the infinities and what is no number. */
export function double(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** PostgreSQL's four-byte integer; null where the value does not fit. */
export function integer(value: unknown): number | null {
  return Number.isInteger(value) && Math.abs(value as number) <= MAX_INTEGER ? (value as number) : null;
}

/** PostgreSQL's eight-byte integer, as far as a number is exact; null beyond. */
export function bigint(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}
