import type { OnApplicationShutdown } from '@nestjs/common';
import { fromPool, readHealth } from '@scitex/monitoring-storage/queries';
import pg from 'pg';
import { runAsMonitor } from '../context/scope.js';
import { within } from '../recording/within.js';
import type { HealthSummary } from './health-summary.js';

const WINDOW_MS = 60 * 60_000;
/** What a store that is there takes for its farewell: one that hangs must not keep the app from closing. */
const GRACE_MS = 250;

/** Judges the last hour of everything in the store, read over one connection that opens when it is first asked. */
export class HealthReader implements OnApplicationShutdown {
  private pool: pg.Pool | null = null;

  constructor(private readonly url: string) {}

  /** @throws when the store is away. */
  async read(): Promise<HealthSummary> {
    const to = new Date();
    const from = new Date(to.getTime() - WINDOW_MS);
    const store = fromPool(this.connect());
    return runAsMonitor(() => readHealth(store, { from, to }));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.pool) await within(GRACE_MS, this.pool.end());
  }

  private connect(): pg.Pool {
    if (this.pool) return this.pool;
    this.pool = new pg.Pool({
      connectionString: this.url,
      max: 1,
      allowExitOnIdle: true,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      query_timeout: 15_000,
      application_name: 'scitex-monitoring-health',
    });
    // A connection that breaks while idle is the pool's to replace; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    return this.pool;
  }
}
