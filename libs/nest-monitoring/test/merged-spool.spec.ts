import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import {
  createTestStore,
  type TestStore,
  startFaultProxy,
  type FaultProxy,
} from '@scitex/monitoring-storage/testing';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OverloadWatch } from '../src/recording/overload/overload-watch.js';
import { Recorder } from '../src/recording/recorder.js';
import { Spool } from '../src/recording/spool/spool.js';
import { PostgresTransport } from '../src/transport/postgres-transport.js';

describe('merged events while the store is away', () => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
  const ticks = new EventEmitter();
  let store: TestStore;
  let proxy: FaultProxy;
  let home: string;

  beforeEach(async () => {
    store = await createTestStore();
    proxy = await startFaultProxy(store.url);
    home = await mkdtemp(join(tmpdir(), 'merged-spool-'));
  });
  afterEach(async () => {
    proxy.close();
    await store.drop();
    await rm(home, { recursive: true, force: true });
  });

  /** Of a process that is overloaded all the time. */
  const start = () => {
    const options = {
      source: { app: 'papers', environment: 'test', release: null, instance: 'i' },
      sampling: { metrics: 1, errors: 1, apiCalls: 1, activities: 1 },
      maxEvents: 50_000,
      maxBytes: 32 * 1024 * 1024,
      batchSize: 500,
      flushIntervalMs: 20,
    };
    const read = () => {
      ticks.emit('tick');
      return 1_000;
    };
    const transport = new PostgresTransport({ url: proxy.url, applicationName: 'spec' });
    const watch = new OverloadWatch(100, { read, stop: () => undefined });
    return new Recorder(transport, options, new Spool({ home, maxBytes: 10_000_000 }), watch);
  };
  const sampled = async (recorder: Recorder) => {
    while (recorder.stats().overload.mode !== 'sampled') await once(ticks, 'tick');
  };
  const record = (recorder: Recorder, count: number) => {
    for (let value = 0; value < count; value++)
      recorder.record('metrics', {
        timestamp: Date.now(),
        metricType: 'response_time',
        endpoint: '/papers',
        method: 'GET',
        value,
        statusCode: 200,
        userId: null,
        traceId: null,
        metadata: {},
      });
  };
  const storedCount = async () => {
    const [row]: { events: number; rows: number }[] = await store.dataSource.query(
      `SELECT coalesce(sum(weight), 0)::int AS events, count(*)::int AS rows FROM monitoring.system_metric`,
    );
    return row;
  };

  it('count by their weight on the disk, and in the store once it is back', async () => {
    const recorder = start();
    await sampled(recorder);
    proxy.cut();
    record(recorder, 1_000);
    while (recorder.stats().spooled < 1_000) await once(ticks, 'tick');
    expect(recorder.stats()).toMatchObject({ captured: 1_000, stored: 0, buffered: 0, dropped: {} });
    proxy.mend();
    expect(await recorder.flush(20_000)).toBe(true);
    expect(recorder.stats()).toMatchObject({ captured: 1_000, stored: 1_000, spooled: 0, dropped: {} });
    expect(await storedCount()).toEqual({ events: 1_000, rows: expect.any(Number) });
    expect((await storedCount())?.rows).toBeLessThan(200);
    await recorder.close(1_000);
  });

  it('count by their weight for the next process, which takes them over', async () => {
    const recorder = start();
    await sampled(recorder);
    proxy.cut();
    record(recorder, 700);
    await recorder.close(500);
    expect(recorder.stats()).toMatchObject({ captured: 700, spooled: 700, buffered: 0, dropped: {} });
    proxy.mend();
    const next = start();
    while (next.stats().stored < 700) await once(ticks, 'tick');
    expect(next.stats()).toMatchObject({ captured: 700, stored: 700, spooled: 0, dropped: {} });
    expect(await storedCount()).toMatchObject({ events: 700 });
    await next.close(1_000);
  });
});
