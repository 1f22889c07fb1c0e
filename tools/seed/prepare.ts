import { createDataSource, migrate } from '@scitex/monitoring-storage';
import { Failure } from '../process/failure.ts';

/** Migrates the store. @throws Failure when it cannot be reached or changed */
export async function prepare(url: string): Promise<void> {
  const dataSource = createDataSource({ url, poolSize: 2, applicationName: 'scitex-monitoring-seed' });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
  } catch (error) {
    throw new Failure(
      `The store at ${placeOf(url)} could not be prepared (${reasonOf(error)}): check that it runs, and DATABASE_URL.`,
    );
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** Without the password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

/** A connection that fails on every address of a host says why in its parts alone. */
export function reasonOf(error: unknown): string {
  const { message, errors } = error as AggregateError;
  return message || reasonOf(errors[0]);
}
