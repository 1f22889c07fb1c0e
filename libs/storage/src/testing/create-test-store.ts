import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';

export interface TestStore {
  readonly url: string;
  /** Initialised and migrated. */
  readonly dataSource: DataSource;
  /** Closes the data source and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A migrated store in a database of its own, on the server that TEST_DATABASE_URL names.
 * @example
 * let store: TestStore;
 * beforeAll(async () => (store = await createTestStore()));
 * afterAll(() => store.drop());
 */
export async function createTestStore(): Promise<TestStore> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error('TEST_DATABASE_URL is not set: run npm test, or point it to a PostgreSQL superuser.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const dataSource = createDataSource({ url, poolSize: 4 });
  const drop = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  try {
    await migrate(await dataSource.initialize());
  } catch (error) {
    await drop();
    throw error;
  }
  return { url, dataSource, drop };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
