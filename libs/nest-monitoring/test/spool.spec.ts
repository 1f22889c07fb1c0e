import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import {
  createTestStore,
  startFaultProxy,
  type FaultProxy,
  type TestStore,
} from '@scitex/monitoring-storage/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSettings } from '../src/monitoring.settings.js';
import type { MonitoringModuleOptions } from '../src/monitoring.options.js';
import { Recorder } from '../src/recording/recorder.js';
import { Spool } from '../src/recording/spool/spool.js';
import { PostgresTransport } from '../src/transport/postgres-transport.js';

describe('a spool, and a store that comes and goes', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let directory: string;
  let recorders: Recorder[];
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);

  const start = (url = proxy.url, options: Partial<MonitoringModuleOptions> = {}) => {
    const { source, sampling, buffer, spool } = resolveSettings({
      serviceName: 'papers',
      environment: 'test',
      transport: { kind: 'postgres', url },
      buffer: { flushIntervalMs: 50, batchSize: 100 },
      spool: { directory },
      ...options,
    });
    const transport = new PostgresTransport({ url, applicationName: 'spool-spec' });
    const recorder = new Recorder(transport, { source, sampling, ...buffer }, spool && new Spool(spool));
    recorders.push(recorder);
    return recorder;
  };
  const record = (recorder: Recorder, from: number, count: number) => {
    for (let value = from; value < from + count; value++)
      recorder.record('metrics', {
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
  };
  const expectBalance = (recorder: Recorder) => {
    const stats = recorder.stats();
    for (const { captured, stored, buffered, spooled, dropped } of [stats, ...Object.values(stats.kinds)]) {
      const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
      expect(captured).toBe(stored + buffered + spooled + lost);
    }
  };
  const until = async (isSo: () => boolean) => {
    const end = Date.now() + 15_000;
    while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isSo()).toBe(true);
  };
  const storedValues = async () => {
    const rows: { value: number }[] = await store.dataSource.query(
      'select value from monitoring.system_metric order by value',
    );
    return rows.map(({ value }) => Number(value));
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, value) => value);

  beforeEach(async () => {
    recorders = [];
    store = await createTestStore();
    proxy = await startFaultProxy(store.url);
    directory = await mkdtemp(join(tmpdir(), 'spool-'));
  });
  afterEach(async () => {
    await Promise.all(recorders.map((recorder) => recorder.close(500)));
    proxy.close();
    await store.drop();
    await rm(directory, { recursive: true, force: true });
  });

  it('stores everything once when the store is back', async () => {
    const recorder = start();
    record(recorder, 0, 250);
    proxy.cut();
    record(recorder, 250, 500);
    await until(() => recorder.stats().spooled > 0 && recorder.stats().buffered === 0);
    record(recorder, 750, 50);
    expectBalance(recorder);
    proxy.mend();
    await until(() => {
      expectBalance(recorder);
      return recorder.stats().stored === 800;
    });
    expect(await storedValues()).toEqual(upTo(800));
    expect(recorder.stats()).toMatchObject({ captured: 800, spooled: 0, buffered: 0 });
  });

  it('flushes to the spool when the store is away, and to the store when it is there', async () => {
    proxy.cut();
    const recorder = start();
    record(recorder, 0, 10);
    expect(await recorder.flush(5_000)).toBe(true);
    expect(recorder.stats()).toMatchObject({ spooled: 10, buffered: 0, stored: 0 });
    proxy.mend();
    expect(await recorder.flush(5_000)).toBe(true);
    expect(recorder.stats()).toMatchObject({ spooled: 0, stored: 10 });
  });

  it('hands over at a shutdown what could not be stored', async () => {
    proxy.cut();
    const first = start();
    record(first, 0, 300);
    await first.close(5_000);
    expect(first.stats()).toMatchObject({ captured: 300, buffered: 0, spooled: 300, dropped: {} });
    proxy.mend();
    const second = start();
    await until(() => second.stats().stored === 300);
    expect(second.stats()).toMatchObject({ captured: 300, spooled: 0 });
    expect(await storedValues()).toEqual(upTo(300));
  });

  describe('that hangs', () => {
    let hanging: Server;
    let url: string;
    beforeEach(async () => {
      hanging = createServer((socket) => socket.on('error', () => undefined).resume());
      await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
      url = `postgres://u:p@127.0.0.1:${(hanging.address() as AddressInfo).port}/x`;
    });
    afterEach(() => hanging.close());

    it('has everything spooled within the limit of a shutdown', async () => {
      const recorder = start(url);
      record(recorder, 0, 40_000);
      const begin = performance.now();
      await recorder.close(5_000);
      expect(performance.now() - begin).toBeLessThan(5_300);
      expect(recorder.stats()).toMatchObject({ spooled: 40_000, buffered: 0, dropped: {} });
    });

    it('has everything spooled soon, without waiting for its answer', async () => {
      const recorder = start(url);
      record(recorder, 0, 1_000);
      const begin = performance.now();
      await until(() => recorder.stats().spooled === 1_000);
      expect(performance.now() - begin).toBeLessThan(3_000);
    });
  });

  it('drops the newest when memory and spool are full, and stores the oldest later', async () => {
    proxy.cut();
    const buffer = { flushIntervalMs: 20, batchSize: 10, maxEvents: 50 };
    const recorder = start(proxy.url, { buffer, spool: { directory, maxBytes: 10_000 } });
    for (let from = 0; !recorder.stats().dropped['spool-full']; from += 5) {
      record(recorder, from, 5);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expectBalance(recorder);
    const { spooled, buffered } = recorder.stats();
    expect(buffered).toBe(50);
    proxy.mend();
    expect(await recorder.flush(10_000)).toBe(true);
    expect(await storedValues()).toEqual(upTo(spooled + buffered));
    expectBalance(recorder);
  });

  it('goes on in memory alone where the spool cannot be written', async () => {
    proxy.cut();
    const blocked = join(directory, 'file');
    await writeFile(blocked, '');
    const buffer = { flushIntervalMs: 20, batchSize: 10, maxEvents: 50 };
    const recorder = start(proxy.url, { buffer, spool: { directory: blocked } });
    record(recorder, 0, 50);
    await recorder.flush(200);
    record(recorder, 50, 7);
    expect(recorder.stats()).toMatchObject({ buffered: 50, spooled: 0, dropped: { 'spool-unwritable': 7 } });
    proxy.mend();
    expect(await recorder.flush(10_000)).toBe(true);
    expect(await storedValues()).toEqual(upTo(50));
    expectBalance(recorder);
  });
});
