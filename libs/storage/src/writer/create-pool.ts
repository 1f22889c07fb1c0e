import pg from 'pg';
import { NETWORK_MS, type BatchWriterOptions } from './batch-writer-options.js';

/**
 * The writer's own connections, never the host's. They keep no process alive, and one that dies, idle or in
 * use, emits an `error` that would end the host if nobody listened; whoever uses it next learns of it anyway.
 */
export function createPool(options: Required<BatchWriterOptions>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.connectTimeoutMs,
    query_timeout: options.statementTimeoutMs + NETWORK_MS,
    application_name: options.applicationName,
    allowExitOnIdle: true,
    keepAlive: true,
  });
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}
