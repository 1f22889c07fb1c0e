import { createDataSource, migrate } from '@scitex/monitoring-storage';
import { BatchWriter } from '@scitex/monitoring-storage/writer';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../postgres/index.ts';

const BATCHES = 60;
const EVENTS = 50;

const metric = (value: number) => ({
  timestamp: Date.now(),
  metricType: 'number',
  endpoint: null,
  method: null,
  value,
  statusCode: null,
  userId: null,
  traceId: null,
  metadata: {},
});
const batchOf = (number: number) => ({
  id: randomUUID(),
  source: { app: 'a', environment: 'test', release: null, instance: 'i' },
  metrics: Array.from({ length: EVENTS }, (_, index) => metric(number * EVENTS + index)),
  errors: [],
  apiCalls: [],
  activities: [],
});

it('stores every batch once over a PostgreSQL that is restarted in immediate mode in the middle of one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'restart-spec-'));
  let postgres = await startPostgres(folder);
  const { url } = postgres;
  const writer = new BatchWriter({ url });
  try {
    const store = await createDataSource({ url, poolSize: 1 }).initialize();
    await migrate(store);
    await store.destroy();
    let restarted: Promise<void> | null = null;
    const restart = async () => {
      // Immediate mode: no checkpoint, no farewell, and a recovery at the next start.
      process.kill(postgres.process.pid, 'SIGQUIT');
      await postgres.process.gone;
      postgres = await startPostgres(folder);
    };
    for (let number = 0; number < BATCHES; number++) {
      const batch = batchOf(number);
      const first = writer.write(batch);
      if (number === BATCHES / 2) restarted = restart();
      for (let result = await first.catch(() => null); !result;)
        result = await writer.write(batch).catch(() => restarted?.then(() => null) ?? null);
    }
    expect(restarted).not.toBeNull();
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const { rows } = await client.query(
      'SELECT count(*)::int AS all, count(DISTINCT value)::int AS different FROM monitoring.system_metric',
    );
    await client.end();
    expect(rows).toEqual([{ all: BATCHES * EVENTS, different: BATCHES * EVENTS }]);
  } finally {
    await writer.close();
    await postgres[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
