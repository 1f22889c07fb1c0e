export interface BatchWriterOptions {
  /** `postgres://user:password@host:port/database`, of a store that a monitoring server has migrated. */
  readonly url: string;
  /** Connections at most; 2 by default. */
  readonly poolSize?: number;
  /** Milliseconds that a statement may take; 10,000 by default. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds that connecting may take; 5,000 by default. */
  readonly connectTimeoutMs?: number;
  /** How PostgreSQL names the connections in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/** What the network may add to the time that PostgreSQL is given for a statement. */
export const NETWORK_MS = 5000;

export const WRITER_DEFAULTS = {
  poolSize: 2,
  statementTimeoutMs: 10_000,
  connectTimeoutMs: 5000,
  applicationName: 'scitex-monitoring-writer',
} as const;
