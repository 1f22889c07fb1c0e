import type { Batch } from '@scitex/monitoring-contracts';
import { BatchWriter } from '@scitex/monitoring-storage/writer';
import pg from 'pg';
import { findingOf, type Bench, type Round } from '../bench.ts';
import { copy, inChunks } from './copy-client.ts';
import { mixedBatch, requestsBatch } from './rows.ts';

const ROUNDS = 9;
const BATCHES = 5;
/** As many as the module sends at once. */
const BATCH_SIZE = 5000;
const ROWS = BATCHES * BATCH_SIZE;
const TABLES = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity'];
const ROLLUPS = ['request', 'api_call'].flatMap((kind) =>
  ['series', 'minute', 'hour', 'day'].map((table) => `${kind}_${table}`),
);

/**
 * Rows a second through the batch writer, one batch after the other as one app sends them, each with its claim, rollups
 * and error groups, against COPY of the very same rows alone by one client over the same kind of connection: text that
 * is ready to send, into the same emptied tables with the same partitions and indexes, in one transaction.
 */
const writerBench =
  (name: string, makeBatch: (size: number, start: number) => Batch): Bench =>
  async (storeUrl, stop) => {
    const client = new pg.Client({ connectionString: storeUrl });
    const writer = new BatchWriter({ url: storeUrl });
    const rounds: Round[] = [];
    await client.connect();
    try {
      // The first round warms both up.
      for (let round = 0; round <= ROUNDS; round++) {
        stop.throwIfAborted();
        const start = Date.now() - ROWS;
        const batches = Array.from({ length: BATCHES }, (_, index) =>
          makeBatch(BATCH_SIZE, start + index * BATCH_SIZE),
        );
        const measured = await writeAndCopy(client, writer, batches);
        if (round > 0) rounds.push(measured);
      }
    } finally {
      await writer.close();
      await client.end();
    }
    return findingOf({ name, unit: 'rows/s', against: 'COPY of the same rows' }, rounds);
  };

export const requestsBench = writerBench('Batch writer, requests with rollups', requestsBatch);
export const mixedBench = writerBench('Batch writer, all kinds with rollups and groups', mixedBatch);

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

async function empty(client: pg.Client): Promise<void> {
  await client.query(`TRUNCATE ${[...TABLES, ...ROLLUPS].map((table) => `monitoring.${table}`).join(', ')}`);
  await client.query('CHECKPOINT');
}

async function rowsPerSecond(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return ROWS / ((performance.now() - begin) / 1000);
}
