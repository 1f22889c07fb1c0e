/** The store did not take a batch. The message says the mend; `cause` is what PostgreSQL or the network said. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const UNREACHABLE =
  'The monitoring store cannot be reached: check that PostgreSQL runs, and the host and port of its URL.';
const NOT_MIGRATED =
  'The monitoring store has no up-to-date schema "monitoring": start the monitoring server once with this database, which migrates it.';
const FORBIDDEN =
  'The account of the monitoring URL may not write to the schema "monitoring": grant it USAGE on the schema, and SELECT, INSERT and UPDATE on its tables.';
const REFUSED_ACCOUNT = 'The monitoring store refuses the account: check the user and password of its URL.';

const MENDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  '25006':
    'The monitoring store takes nothing at the moment: it is read-only, or a standby. Point the URL to the primary.',
  '28000': REFUSED_ACCOUNT,
  '28P01': REFUSED_ACCOUNT,
  '3D000': 'The database of the monitoring URL does not exist: create it, or correct the name.',
  '3F000': NOT_MIGRATED,
  '42P01': NOT_MIGRATED,
  '42703': NOT_MIGRATED,
  '42704': NOT_MIGRATED,
  '42883': NOT_MIGRATED,
  '42501': FORBIDDEN,
  '53100': 'The disk of the monitoring store is full: free some space, or lower RETENTION_DAYS.',
  '53300': 'The monitoring store has no connection left: raise max_connections, or lower the pool sizes.',
  '57014': 'The monitoring store took too long to store a batch, and was interrupted.',
};

export function toStoreError(cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const mend = MENDS[codeOf(cause)] ?? `The monitoring store did not take a batch: ${reason}`;
  return new StoreError(mend, { cause });
}

/** PostgreSQL's SQLSTATE, or the system's name for what the network did. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
