/**
 * Keeps the names of users, in SQL: all writers in one order, so that none waits in a circle.
 * @param seen a query of each `name`, and of a `timestamp` at which it was seen
 */
export function nameVisitors(seen: string): string {
  return `
    INSERT INTO monitoring.visitor (id, month, name)
    SELECT DISTINCT ON (id, month) id, month, name FROM (
      SELECT hashtextextended(name, 0) AS id, ${monthOf('timestamp')} AS month, name FROM (${seen}) AS seen
    ) AS visitor ORDER BY id, month
    ON CONFLICT (id, month) DO NOTHING`;
}

/** The month of UTC that an instant falls into, in SQL. */
export function monthOf(instant: string): string {
  return `date_trunc('month', ${instant} AT TIME ZONE 'UTC')::date`;
}
