/** A value that a query string can carry; null, undefined and empty text are left out of it. */
export type QueryValue = string | number | null | undefined;

/**
 * The parameters of a call, without the empty ones.
 * @example toParams({ hours: 24, app: undefined, q: '' }) // { hours: 24 }
 */
export function toParams(query: Record<string, QueryValue>): Record<string, string | number> {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string | number] =>
      entry[1] !== null && entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(given);
}
