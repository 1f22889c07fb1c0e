import { DataSource } from 'typeorm';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';

export interface StoreOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Connections at most. */
  readonly poolSize?: number;
  /** How PostgreSQL names the connections in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/**
 * The store, not yet connected.
 * @example
 * const dataSource = await createDataSource({ url: process.env.DATABASE_URL }).initialize();
 * await migrate(dataSource);
 */
export function createDataSource({
  url,
  poolSize = 10,
  applicationName = 'scitex-monitoring',
}: StoreOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName,
    schema: 'monitoring',
    entities,
    migrations,
    migrationsTableName: 'migration',
    connectTimeoutMS: 5000,
    installExtensions: false,
    extra: { statement_timeout: 60_000, keepAlive: true },
  });
}
