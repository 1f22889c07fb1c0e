import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriter } from '@scitex/monitoring-storage/writer';
import pg from 'pg';
import { median, type Bench } from '../bench.ts';
import { makeBatch } from './rows.ts';

const ROUNDS = 5;
const BATCHES = 40;
/** As many as the module sends at once. */
const BATCH_SIZE = 1000;
const ROWS = BATCHES * BATCH_SIZE;
const TABLE = 'monitoring.system_metric';

/**
 * Rows a second through the batch writer, one batch after the other as one app sends them, against COPY of the very
 * same rows into the same table. The server reads the copied file itself: the fastest way in that PostgreSQL has.
 */
export const writerBench: Bench = async (storeUrl, stop) => {
  const folder = mkdtempSync(join(tmpdir(), 'scitex-bench-'));
  const file = join(folder, 'rows.copy');
  const client = new pg.Client({ connectionString: storeUrl });
  const writer = new BatchWriter({ url: storeUrl });
  await client.connect();
  const written: number[] = [];
  const copied: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      stop.throwIfAborted();
      await client.query(`TRUNCATE ${TABLE}`);
      const batches = Array.from({ length: BATCHES }, () => makeBatch(BATCH_SIZE));
      const write = await rowsPerSecond(async () => {
        for (const batch of batches) await writer.write(batch);
      });
      await client.query(`COPY (SELECT * FROM ${TABLE}) TO ${pg.escapeLiteral(file)}`);
      await client.query(`TRUNCATE ${TABLE}`);
      const copy = await rowsPerSecond(() => client.query(`COPY ${TABLE} FROM ${pg.escapeLiteral(file)}`));
      // The first round warms both up.
      if (round === 0) continue;
      written.push(write);
      copied.push(copy);
    }
  } finally {
    await writer.close();
    await client.end();
    rmSync(folder, { recursive: true });
  }
  return {
    name: 'Batch writer',
    unit: 'rows/s',
    value: median(written),
    reference: median(copied),
    against: 'COPY of the same rows',
  };
};

async function rowsPerSecond(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return ROWS / ((performance.now() - begin) / 1000);
}
