import pg from 'pg';
import { NETWORK_MS } from './batch-writer-options.js';

const READ_ONLY = '25006';

/** Seconds without a sign of life after which PostgreSQL asks a client for one, and how it goes on asking. */
const KEEPALIVE = { idle: 10, interval: 5, count: 3 };

/**
 * Runs `work` in a transaction on a connection of its own. The time limits are set inside of it, and not as
 * parameters of the connection, which connection poolers such as PgBouncer refuse.
 */
export async function transaction<Result>(
  pool: pg.Pool,
  statementTimeoutMs: number,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(begin(Math.trunc(statementTimeoutMs)));
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await abandon(client, error);
    throw error;
  }
}

/**
 * Where this client is gone without a farewell, as when a firewall forgets the connection, PostgreSQL would keep the
 * transaction, and with it the locks on the batch and on the groups of all instances, for two hours.
 */
function begin(limitMs: number): string {
  return (
    `BEGIN; SET LOCAL statement_timeout = ${limitMs}; SET LOCAL idle_in_transaction_session_timeout = ${limitMs + NETWORK_MS}; ` +
    `SET LOCAL tcp_keepalives_idle = ${KEEPALIVE.idle}; SET LOCAL tcp_keepalives_interval = ${KEEPALIVE.interval}; ` +
    `SET LOCAL tcp_keepalives_count = ${KEEPALIVE.count}`
  );
}

/**
 * After an error of the server the connection is sound and kept; after any other, nobody knows, and it is closed. So is
 * one to a server that became read-only: the name of the store may lead to another one since.
 */
async function abandon(client: pg.PoolClient, error: unknown): Promise<void> {
  if (!(error instanceof pg.DatabaseError) || error.code === READ_ONLY) return client.release(true);
  await client.query('ROLLBACK').then(
    () => client.release(),
    () => client.release(true),
  );
}
