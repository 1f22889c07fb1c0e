import pg from 'pg';

/** NOT NULL, a check or no partition for the time, and a row too large for an index. */
const CODES = new Set(['23502', '23514', '54000']);

/** Whether PostgreSQL refused the data itself (class 22: data exception), so that sending it again is no use. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.code !== undefined && (error.code.startsWith('22') || CODES.has(error.code));
}
