import pg from 'pg';

/**
 * Runs `work` in a transaction on a connection of its own. The time limit is set inside of it, and not as a
 * parameter of the connection, which connection poolers such as PgBouncer refuse.
 */
export async function transaction<Result>(
  pool: pg.Pool,
  statementTimeoutMs: number,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${Math.trunc(statementTimeoutMs)}`);
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await abandon(client, error);
    throw error;
  }
}

/** After an error of the server the connection is sound and kept; after any other, nobody knows, and it is closed. */
async function abandon(client: pg.PoolClient, error: unknown): Promise<void> {
  if (!(error instanceof pg.DatabaseError)) return client.release(true);
  await client.query('ROLLBACK').then(
    () => client.release(),
    () => client.release(true),
  );
}
