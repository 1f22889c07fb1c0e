import pg from 'pg';

/**
 * A data exception, a constraint (a check, NOT NULL, no partition for the time), a view's check option, and a limit of
 * PostgreSQL's own, such as a row too large for an index.
 */
const CLASSES = new Set(['22', '23', '44', '54']);

/** Whether PostgreSQL refused the data itself , so that sending it again is no use. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.code !== undefined && CLASSES.has(error.code.slice(0, 2));
}
