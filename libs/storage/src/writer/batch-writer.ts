import { EVENT_KINDS, type Batch, type CollectorReport } from '@scitex/monitoring-contracts';
import type pg from 'pg';
import { SeenReleases } from '../deploys/seen-releases.js';
import { daysOf, rowsOfDays } from './batch-days.js';
import { countKinds, toBatchRows } from './batch-rows.js';
import { WRITER_DEFAULTS, type BatchWriterOptions } from './batch-writer-options.js';
import { amendClaim, claim, type Claim } from './claim.js';
import { cleanSource } from './clean/source.js';
import { createPool } from './create-pool.js';
import { Refusals } from './quarantine/refusals.js';
import { storeRefusals } from './quarantine/store-refusals.js';
import { isRefusal } from './refusal.js';
import { toStoreError } from './store-error.js';
import { storeAcceptable } from './store-acceptable.js';
import { storeBatch } from './store-batch.js';
import { transaction } from './transaction.js';
import { upsertCollector } from './upsert-collector.js';
import type { Counts, WriteResult } from './write-result.js';

/**
 * Stores batches of events, each in one transaction and once, however often it is sent.
 * @example
 * const writer = new BatchWriter({ url: 'postgres://monitor@127.0.0.1/monitoring' });
 * const { stored, refused } = await writer.write(batch);
 * await writer.close();
 */
export class BatchWriter {
  readonly #pool: pg.Pool;
  readonly #abort: () => void;
  readonly #statementTimeoutMs: number;
  readonly #releases = new SeenReleases();
  #closed: Promise<void> | undefined;

  constructor(options: BatchWriterOptions) {
    const settings = { ...WRITER_DEFAULTS, ...options };
    const { pool, abort } = createPool(settings);
    this.#pool = pool;
    this.#abort = abort;
    this.#statementTimeoutMs = settings.statementTimeoutMs;
  }

  /**
   * Stores all of a batch but the rows that PostgreSQL cannot hold.
   * @throws StoreError where the store is away, not migrated, or too slow: nothing was stored; send it again.
   */
  async write(batch: Batch): Promise<WriteResult> {
    const cleaned = { ...batch, source: cleanSource(batch.source) };
    try {
      return await this.#writeAll(cleaned).catch((error: unknown) => {
        if (isRefusal(error)) return this.#writeAcceptable(cleaned);
        throw error;
      });
    } catch (error) {
      throw toStoreError(error);
    }
  }

  /**
   * Stores what a process says of itself, in place of what it said before.
   * @throws StoreError where the store is away, not migrated, or too slow: say it anew later.
   */
  async report(report: CollectorReport): Promise<void> {
    await upsertCollector(this.#pool, report).catch((error: unknown) => {
      throw toStoreError(error);
    });
  }

  /** Waits for the batches under way, and closes the connections. May be called again. */
  close(): Promise<void> {
    this.#closed ??= this.#pool.end();
    return this.#closed;
  }

  /** Closes without waiting: a batch under way fails, or is stored without this side knowing. */
  abort(): void {
    void this.close();
    this.#abort();
  }

  /** Claims every event, and corrects the claim if some were incomplete: that is known once all rows were made. */
  async #writeAll(batch: Batch): Promise<WriteResult> {
    const sent = countKinds(batch);
    const release = this.#releases.of(batch.source);
    const result = await this.#transaction<WriteResult>(async (client) => {
      const earlier = await claim(client, batch, claimOf(sent, sent));
      if (earlier) return { ...earlier, refusals: [], replayed: true };
      const refusals = new Refusals();
      const actual = claimOf(sent, await storeBatch(client, batch, release, refusals));
      if (EVENT_KINDS.some((kind) => actual.refused[kind] > 0)) await amendClaim(client, batch.id, actual);
      await storeRefusals(client, batch.source, refusals);
      return { ...actual, refusals: refusals.list(), replayed: false };
    });
    release.remember();
    return result;
  }

  /** Slower: makes the partitions that are missing, and stores around what PostgreSQL refuses. */
  async #writeAcceptable(batch: Batch): Promise<WriteResult> {
    const sent = countKinds(batch);
    const refusals = new Refusals();
    const rows = await toBatchRows(batch, refusals);
    const days = await this.#ensurePartitions(daysOf(rows));
    const storable = rowsOfDays(rows, days, refusals);
    const release = this.#releases.of(batch.source);
    const result = await this.#transaction<WriteResult>(async (client) => {
      const earlier = await claim(client, batch, claimOf(sent, countKinds(storable)));
      if (earlier) return { ...earlier, refusals: [], replayed: true };
      const actual = claimOf(sent, await storeAcceptable(client, storable, release, refusals));
      await amendClaim(client, batch.id, actual);
      await storeRefusals(client, batch.source, refusals);
      return { ...actual, refusals: refusals.list(), replayed: false };
    });
    release.remember();
    return result;
  }

  /** On its own, so that its locks are gone before rows are stored. Resolves to the days that can be stored. */
  async #ensurePartitions(days: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.#transaction((client) =>
      client.query<{ day: string }>(
        `SELECT day FROM unnest($1::text[]) AS day WHERE monitoring.ensure_partition(day::date)`,
        [days],
      ),
    );
    return new Set(rows.map(({ day }) => day));
  }

  #transaction<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    return transaction(this.#pool, this.#statementTimeoutMs, work);
  }
}

function claimOf(sent: Counts, stored: Counts): Claim {
  const refused: Counts = {
    metrics: sent.metrics - stored.metrics,
    errors: sent.errors - stored.errors,
    apiCalls: sent.apiCalls - stored.apiCalls,
    activities: sent.activities - stored.activities,
  };
  return { stored, refused };
}
