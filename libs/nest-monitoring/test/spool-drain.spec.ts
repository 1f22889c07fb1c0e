import type { Batch } from '@scitex/monitoring-contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Recorder } from '../src/recording/recorder.js';
import { Spool } from '../src/recording/spool/spool.js';
import type { Transport, WriteResult } from '../src/transport/transport.js';

/** A store that is away until it is told otherwise, and then takes everything. */
class FakeStore implements Transport {
  isAway = true;
  sends = 0;
  /** Called when a batch arrives. */
  onBatch = (): void => undefined;

  async send({ metrics }: Batch): Promise<WriteResult> {
    if (this.isAway) throw new Error('away');
    this.sends++;
    this.onBatch();
    const none = { metrics: 0, errors: 0, apiCalls: 0, activities: 0 };
    return { stored: { ...none, metrics: metrics.length }, refused: none, replayed: false };
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }
}

describe('a spool that drains under load', () => {
  const BATCHES = 20;
  let directory: string;
  let store: FakeStore;
  let recorder: Recorder;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'spool-'));
    store = new FakeStore();
    recorder = new Recorder(
      store,
      {
        source: { app: 'a', environment: 'test', release: null, instance: 'i' },
        sampling: { metrics: 1, errors: 1, apiCalls: 1, activities: 1 },
        maxEvents: 10_000,
        maxBytes: 10_000_000,
        batchSize: 10,
        flushIntervalMs: 3_600_000,
      },
      new Spool({ home: join(directory, 'papers'), maxBytes: 10_000_000 }),
    );
  });
  afterEach(async () => {
    await recorder.close(1_000);
    await rm(directory, { recursive: true, force: true });
  });

  const record = (count: number) => {
    for (let value = 0; value < count; value++)
      recorder.record('metrics', {
        timestamp: 1,
        metricType: 'number',
        endpoint: null,
        method: null,
        value,
        statusCode: null,
        userId: null,
        traceId: null,
        metadata: {},
      });
  };

  it('is empty once what was in it is stored: what comes in meanwhile is not written piece by piece', async () => {
    record(BATCHES * 10);
    await recorder.flush(5_000);
    expect(recorder.stats()).toMatchObject({ spooled: BATCHES * 10, buffered: 0 });
    store.isAway = false;
    store.onBatch = () => {
      if (store.sends < 5 * BATCHES) record(1);
    };
    expect(await recorder.flush(5_000)).toBe(true);
    expect(recorder.stats()).toMatchObject({ spooled: 0, dropped: {} });
    expect(store.sends).toBeLessThan(2 * BATCHES);
  });
});
