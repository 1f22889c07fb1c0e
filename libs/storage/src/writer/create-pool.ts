import pg from 'pg';
import { NETWORK_MS, type BatchWriterOptions } from './batch-writer-options.js';

export interface WriterPool {
  readonly pool: pg.Pool;
  /** Breaks every connection off, whatever it waits for. */
  readonly abort: () => void;
}

/** What pg's client has, also while it connects, and its type definitions leave out. */
interface Connected {
  readonly connection: { readonly stream: { destroy(): void } };
}

/**
 * The writer's own connections, never the host's. They keep no process alive, and one that dies, idle or in
 * use, emits an `error` that would end the host if nobody listened; whoever uses it next learns of it anyway.
 */
export function createPool(options: Required<BatchWriterOptions>): WriterPool {
  const clients = new Set<pg.Client>();
  class PooledClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      clients.add(this);
      this.once('end', () => clients.delete(this));
    }
  }
  const pool = new pg.Pool({
    Client: PooledClient,
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
  const abort = () => {
    for (const client of clients) (client as unknown as Connected).connection.stream.destroy();
  };
  return { pool, abort };
}
