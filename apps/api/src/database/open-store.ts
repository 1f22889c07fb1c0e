import { createDataSource, migrate } from '@scitex/monitoring-storage';
import type { DataSource } from 'typeorm';
import { StartError } from '../start/start-error.js';
import { sqlState, systemErrorCode } from './store-failure.js';

/**
 * Connects to the store and brings its schema up to date.
 * @throws StartError when it does not answer, refuses the login, or may not be migrated
 */
export async function openStore(url: string): Promise<DataSource> {
  const dataSource = createDataSource({ url, applicationName: 'scitex-monitoring-api' });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw new StartError(explain(error, url), { cause: error });
  }
}

function explain(error: unknown, url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  const server = `PostgreSQL at ${hostname || 'localhost'}:${port || '5432'}`;
  const message = error instanceof Error ? error.message : String(error);
  switch (sqlState(error)) {
    case '28P01':
    case '28000':
      return `${server} refused the login of "${username}": correct the user and the password in DATABASE_URL.`;
    case '3D000':
      return `${server} has no database "${pathname.slice(1)}": create it, or correct DATABASE_URL.`;
    case '42501':
      return `${server} lets "${username}" not create the schema "monitoring" (${message}): grant it CREATE on the database.`;
    case undefined:
      return `${server} does not answer (${systemErrorCode(error) ?? message}): start it, or correct DATABASE_URL.`;
    default:
      return `${server} could not be made ready: ${message}.`;
  }
}
