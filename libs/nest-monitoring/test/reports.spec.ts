import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import type { Batch, CollectorReport } from '@scitex/monitoring-contracts';
import { Collector, readCollectors } from '@scitex/monitoring-storage';
import {
  createTestStore,
  startFaultProxy,
  type FaultProxy,
  type TestStore,
} from '@scitex/monitoring-storage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSettings } from '../src/monitoring.settings.js';
import { Recorder } from '../src/recording/recorder.js';
import { Spool } from '../src/recording/spool/spool.js';
import { PostgresTransport } from '../src/transport/postgres-transport.js';
import { createHost } from './app/create-host.js';

/** Keeps what it was told, on its way to the store. */
class WatchedTransport extends PostgresTransport {
  readonly reports: CollectorReport[] = [];
  sent = 0;

  override report(report: CollectorReport): Promise<void> {
    this.reports.push(report);
    return super.report(report);
  }

  override send(batch: Batch) {
    this.sent++;
    return super.send(batch);
  }
}

const TABLES = {
  metrics: 'system_metric',
  errors: 'error_log',
  apiCalls: 'api_usage_metric',
  activities: 'user_activity',
};

describe('what the monitor says of itself', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let directory: string;
  let recorders: Recorder[];
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);

  beforeEach(async () => {
    warn.mockClear();
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

  const start = (instance = 'one', buffer = {}) => {
    const { source, sampling, spool, ...settings } = resolveSettings({
      ...{ serviceName: 'papers', environment: 'test', instance },
      transport: { kind: 'postgres', url: proxy.url },
      buffer: { flushIntervalMs: 20, batchSize: 10, ...buffer },
      spool: { directory },
    });
    const transport = new WatchedTransport({ url: proxy.url, applicationName: `reports ${instance}` });
    const recorder = new Recorder(
      transport,
      { source, sampling, ...settings.buffer, reporting: { everyMs: 20, heartbeatMs: 200 } },
      spool && new Spool(spool),
    );
    recorders.push(recorder);
    return { recorder, transport };
  };
  const record = (recorder: Recorder, count: number, value = 1) => {
    for (let event = 0; event < count; event++)
      recorder.record('metrics', {
        ...{ timestamp: Date.now(), metricType: 'number', endpoint: null, method: null, value },
        ...{ statusCode: null, userId: null, traceId: null, metadata: {} },
      });
  };
  const rows = () => store.dataSource.getRepository(Collector).find();
  const rowOf = async (instance = 'one') => (await rows()).find((row) => row.instance === instance);
  const until = async <T>(look: () => T | Promise<T>): Promise<T> => {
    const end = Date.now() + 15_000;
    let found = await look();
    while (!found && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      found = await look();
    }
    expect(found).toBeTruthy();
    return found;
  };
  const counted = async (table: string) => {
    const [row] = await store.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM monitoring.${table}`,
    );
    return Number(row?.count);
  };

  it('is what stats() says, and, once flushed, what PostgreSQL holds', async () => {
    const host = await createHost('express', { url: store.url, instance: 'one' });
    for (const path of ['papers/search', 'papers/failing', 'papers/search'])
      await fetch(`${host.url}/${path}`, { headers: { 'x-user': 'ada' } }).then((answer) => answer.text());
    await until(() => host.monitoring.stats().kinds.metrics.captured === 3);
    await host.monitoring.flush();
    await host.close();
    const { kinds, captured, stored, buffered, spooled, dropped } = host.monitoring.stats();
    const counts = { captured, stored, buffered, spooled, dropped };
    const { items, totals } = await readCollectors(store.dataSource, { hours: 1 });
    expect(items).toMatchObject([{ ...counts, kinds, balance: 0, state: 'stopped', droppedAt: null }]);
    expect(totals).toMatchObject({ ...counts, balance: 0 });
    for (const [kind, table] of Object.entries(TABLES))
      expect([kind, kinds[kind as keyof typeof TABLES].captured]).toEqual([kind, await counted(table)]);
  });

  it('comes with the first delivery, and again when something has changed', async () => {
    const { recorder } = start();
    record(recorder, 5);
    await recorder.flush(5_000);
    await until(async () => (await rowOf())?.stored === '5');
    record(recorder, 7);
    await until(async () => (await rowOf())?.stored === '12');
  });

  it('comes now and then from one that has nothing to do', async () => {
    start();
    const first = await until(() => rowOf());
    await until(async () => ((await rowOf())?.uptime ?? 0) > (first?.uptime ?? Infinity));
    expect(await rows()).toMatchObject([{ captured: '0', stoppedAt: null, mode: 'full' }]);
  });

  it('balances in every report, kind by kind, under a load that is more than the buffer holds', async () => {
    const { recorder, transport } = start('one', { maxEvents: 50 });
    for (let round = 0; round < 60; round++) {
      record(recorder, 10, round % 7 === 0 ? NaN : round);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await recorder.flush(10_000);
    await recorder.close(5_000);
    expect(transport.reports.length).toBeGreaterThan(1);
    for (const { kinds, ...total } of transport.reports)
      for (const { captured, stored, buffered, spooled, dropped } of [total, ...Object.values(kinds)]) {
        const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
        expect(captured).toBe(stored + buffered + spooled + lost);
      }
    expect(await rowOf()).toMatchObject({ captured: '600', stored: String(await counted('system_metric')) });
  });

  it('is exact, and the last word, when the process closes', async () => {
    const { recorder } = start();
    record(recorder, 25);
    await recorder.close(5_000);
    const { captured, stored, buffered, spooled, dropped, kinds } = recorder.stats();
    expect(await rowOf()).toMatchObject({
      ...{ captured: String(captured), stored: String(stored), buffered: String(buffered) },
      ...{ spooled: String(spooled), dropped, kinds, stoppedAt: expect.any(Date) },
    });
    expect(captured).toBe(25);
  });

  it('is a row for each process, also where two have the same name', async () => {
    const runs = [start('one'), start('one'), start('two')];
    for (const { recorder } of runs) record(recorder, 4);
    await Promise.all(runs.map(({ recorder }) => recorder.close(5_000)));
    expect((await rows()).map(({ instance, stored }) => [instance, stored]).sort()).toEqual([
      ['one', '4'],
      ['one', '4'],
      ['two', '4'],
    ]);
  });

  it('is not said while the store is away, and says all of it when it is back', async () => {
    const { recorder, transport } = start();
    record(recorder, 5);
    await until(async () => (await rowOf())?.stored === '5');
    proxy.cut();
    record(recorder, 30);
    await until(() => recorder.stats().spooled === 30);
    const asked = transport.reports.length;
    const { sent } = transport;
    await until(() => transport.sent > sent);
    expect(transport.reports).toHaveLength(asked);
    proxy.mend();
    await until(async () => (await rowOf())?.stored === '35');
    expect(await rowOf()).toMatchObject({ captured: '35', spooled: '0', dropped: {} });
  });

  it('does not keep a shutdown waiting while the store is away', async () => {
    const { recorder, transport } = start();
    proxy.cut();
    record(recorder, 5);
    await until(() => recorder.stats().spooled === 5);
    const asked = transport.reports.length;
    await recorder.close(5_000);
    expect(transport.reports).toHaveLength(asked);
    expect(recorder.stats()).toMatchObject({ captured: 5, spooled: 5 });
  });

  it('keeps no event waiting where it does not get through itself', async () => {
    const holder = store.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE monitoring.collector IN ACCESS EXCLUSIVE MODE');
    const { recorder, transport } = start();
    record(recorder, 5);
    await until(() => transport.reports.length > 0);
    record(recorder, 100);
    expect(await recorder.flush(10_000)).toBe(true);
    expect(recorder.stats()).toMatchObject({ stored: 105, buffered: 0 });
    await holder.rollbackTransaction();
    await holder.release();
    await until(async () => (await rowOf())?.stored === '105');
  });

  it('is left at a word of warning where the server is older than the module', async () => {
    await store.dataSource.query('DROP TABLE monitoring.collector');
    const { recorder, transport } = start();
    record(recorder, 5);
    await until(() => transport.reports.length > 1);
    record(recorder, 5);
    expect(await recorder.flush(5_000)).toBe(true);
    expect(recorder.stats()).toMatchObject({ stored: 10 });
    expect(warn.mock.calls.map(([message]) => String(message))).toEqual([
      expect.stringMatching(/events are stored as before.*start the monitoring server once/),
    ]);
  });

  it('tells what a request and a batch cost', async () => {
    const host = await createHost('express', { url: store.url, instance: 'one' });
    for (let request = 0; request < 20; request++)
      await fetch(`${host.url}/papers/search`).then((answer) => answer.text());
    await host.close();
    const { cost } = (await rowOf()) ?? {};
    expect(cost?.captureMicros).toBeGreaterThan(0);
    expect(cost?.storeMs).toBeGreaterThan(0);
    expect(cost).toMatchObject({ batches: expect.any(Number), bufferBytes: 0, spoolBytes: 0 });
  });

  it('says nothing where monitoring is off', async () => {
    const host = await createHost('express', { url: store.url }, { monitored: false });
    await host.close();
    expect(await rows()).toEqual([]);
  });
});
