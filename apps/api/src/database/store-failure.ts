/** Connection exceptions, no more room, operator intervention, and internal trouble of the server. */
const AWAY_SQL_STATES = /^(08|53|57P|58)/;

const AWAY_SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What `pg` says, without a code, about a connection that broke or never came. */
const AWAY_MESSAGES =
  /connection terminated|timeout expired|timeout exceeded when trying to connect|not queryable|connection error|pool is ending|driver not connected/i;

/** The SQLSTATE of a failed statement (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
export function sqlState(error: unknown): string | undefined {
  const code = codeOf(error);
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !AWAY_SYSTEM_CODES.has(code) ? code : undefined;
}

/** The operating system's name for why a connection failed, such as ECONNREFUSED. */
export function systemErrorCode(error: unknown): string | undefined {
  const code = codeOf(error);
  return code !== undefined && AWAY_SYSTEM_CODES.has(code) ? code : undefined;
}

/** Whether a failure is the store's absence, which passes by itself, rather than a fault of ours. */
export function isStoreAway(error: unknown): boolean {
  if (systemErrorCode(error)) return true;
  const state = sqlState(error);
  if (state) return AWAY_SQL_STATES.test(state);
  return error instanceof Error && AWAY_MESSAGES.test(error.message);
}

/** Whether the store gave a statement up for its length. */
export function isStatementTimeout(error: unknown): boolean {
  return sqlState(error) === '57014' || (error instanceof Error && error.message === 'Query read timeout');
}

/** Whether the store was given a value that PostgreSQL has no place for. */
export function isDataException(error: unknown): boolean {
  return sqlState(error)?.startsWith('22') ?? false;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? codeOf(error.driverError) : undefined;
}
