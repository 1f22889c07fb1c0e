/** SQL expressions that several queries share. Counts are cast, as drivers hand out a bigint as a string. */

/** The beginning of the bucket that `timestamp` falls into: a whole multiple of the width since the epoch, in UTC. */
export function bucketOf(secondsParameter: string): string {
  return `date_bin(make_interval(secs => ${secondsParameter}), timestamp, timestamptz '1970-01-01T00:00:00Z')`;
}

/** In milliseconds since 1970, the beginning of the point of a series that an instant falls into: a whole multiple of its width. */
export function pointOf(seconds: number, instant: string): string {
  return `(floor(extract(epoch FROM ${instant}) / ${seconds}) * ${1000 * seconds})::float8`;
}

/** ISO 8601 in UTC, to the millisecond, whatever the session's TimeZone. */
export function iso(expression: string): string {
  return `to_char((${expression}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The number of events: a row counts for as many as its weight says. */
export const EVENTS = `coalesce(sum(weight), 0)`;

export function eventsWhere(condition: string): string {
  return `coalesce(sum(weight) FILTER (WHERE ${condition}), 0)`;
}

/** A request's method, in a route's name: empty where it has none. */
export const METHOD = `coalesce(method, '')`;

/** The condition, in SQL, that a series of routes is one of those of a table. */
export const sameRoute = (table: string) =>
  `${table}.endpoint = series.endpoint AND ${table}.method = coalesce(series.method, '')`;

/** A JSON array of the rows of `query`, in its order. */
export function rowsOf(query: string): string {
  return `(SELECT coalesce(json_agg(to_json(row)), '[]') FROM (${query}) AS row)`;
}

/** A JSON object of the one row of `query`. */
export function rowOf(query: string): string {
  return `(SELECT to_json(row) FROM (${query}) AS row)`;
}
