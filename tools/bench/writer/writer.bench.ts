import type { Batch } from '@scitex/monitoring-contracts';
import { BatchWriter } from '@scitex/monitoring-storage/writer';
import pg from 'pg';
import { findingOf, inRounds, type Bench, type Round } from '../bench.ts';
import type { Goal } from '../goal.ts';
import { IS_ROLLUP } from '../rollup-tables.ts';
import { copy, inChunks } from './copy-client.ts';
import { mixedBatch, requestsBatch } from './rows.ts';

/** Both warm up in it. */
const WARM_UP_ROUNDS = 1;
const BATCHES = 5;
/** As many as the module sends at once. */
const BATCH_SIZE = 5000;
const ROWS = BATCHES * BATCH_SIZE;
const TABLES = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity'];

/**
 * Rows a second through the batch writer, one batch after the other as one app sends them, each with its claim, rollups
 * and error groups, against COPY of the very same rows alone by one client over the same kind of connection: text that
 * is ready to send, into the same emptied tables with the same partitions and indexes, in one transaction.
 */
const writerBench =
  (name: string, limit: number, makeBatch: (size: number, start: number) => Batch): Bench =>
  async (bed) => {
    const client = new pg.Client({ connectionString: bed.storeUrl });
    const writer = new BatchWriter({ url: bed.storeUrl });
    await client.connect();
    try {
      const rounds = await inRounds(bed, WARM_UP_ROUNDS, () => {
        const start = Date.now() - ROWS;
        const batches = Array.from({ length: BATCHES }, (_, index) =>
          makeBatch(BATCH_SIZE, start + index * BATCH_SIZE),
        );
        return writeAndCopy(client, writer, batches);
      });
      const goal: Goal = { of: 'ratio', bound: 'at least', limit };
      return [findingOf({ name, unit: 'rows/s', against: 'COPY of the same rows', goal }, rounds)];
    } finally {
      await writer.close();
      await client.end();
    }
  };

export const requestsBench = writerBench('Batch writer, requests with rollups', 0.5, requestsBatch);
export const mixedBench = writerBench('Batch writer, all kinds with rollups and groups', 0.5, mixedBatch);

async function writeAndCopy(client: pg.Client, writer: BatchWriter, batches: Batch[]): Promise<Round> {
  await empty(client);
  const value = await rowsPerSecond(async () => {
    for (const batch of batches) await writer.write(batch);
  });
  const rows = new Map<string, Buffer[]>();
  for (const table of TABLES)
    rows.set(table, inChunks(await copy(client, `COPY (SELECT * FROM monitoring.${table}) TO STDOUT`)));
  await empty(client);
  const reference = await rowsPerSecond(async () => {
    await client.query('BEGIN');
    for (const [table, chunks] of rows) await copy(client, `COPY monitoring.${table} FROM STDIN`, chunks);
    await client.query('COMMIT');
  });
  return { value, reference };
}

const ROLLUPS = `
  SELECT relname AS name FROM pg_class
  WHERE relnamespace = 'monitoring'::regnamespace AND relkind = 'r' AND ${IS_ROLLUP}`;

async function empty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(ROLLUPS);
  const tables = [...TABLES, ...rows.map(({ name }) => name)].map((table) => `monitoring.${table}`);
  await client.query(`TRUNCATE ${tables.join(', ')}`);
  await client.query('CHECKPOINT');
}

async function rowsPerSecond(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return ROWS / ((performance.now() - begin) / 1000);
}
