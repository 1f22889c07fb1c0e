import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import {
  createTestStore,
  startFaultProxy,
  type FaultProxy,
  type TestStore,
} from '@scitex/monitoring-storage/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost, type Host } from './app/create-host.js';

describe('a host whose logger throws', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let directory: string;
  let host: Host;
  const throws = () => {
    throw new Error('the log is full');
  };
  const start = async (spool: { directory: string }) => {
    host = await createHost('express', { url: proxy.url, spool });
    for (const level of ['log', 'warn'] as const)
      jest.spyOn(Logger.prototype, level).mockImplementation(throws);
  };

  beforeEach(async () => {
    store = await createTestStore();
    proxy = await startFaultProxy(store.url);
    directory = await mkdtemp(join(tmpdir(), 'spool-'));
  });
  afterEach(async () => {
    await host.close();
    jest.restoreAllMocks();
    proxy.close();
    await store.drop();
    await rm(directory, { recursive: true, force: true });
  });

  it('has everything stored, once, when its store is back', async () => {
    await start({ directory });
    proxy.cut();
    host.monitoring.logMetric({ metricType: 'number', value: 1 });
    expect(await host.monitoring.flush(5_000)).toBe(true);
    expect(host.monitoring.stats()).toMatchObject({ spooled: 1 });
    proxy.mend();
    expect(await host.monitoring.flush(5_000)).toBe(true);
    expect(host.monitoring.stats()).toMatchObject({ captured: 1, stored: 1, spooled: 0 });
  });

  it('goes on where the spool cannot be written either', async () => {
    const blocked = join(directory, 'file');
    await writeFile(blocked, '');
    await start({ directory: blocked });
    proxy.cut();
    host.monitoring.logMetric({ metricType: 'number', value: 1 });
    expect(await host.monitoring.flush(200)).toBe(false);
    expect(host.monitoring.stats()).toMatchObject({ captured: 1, buffered: 1 });
    proxy.mend();
    expect(await host.monitoring.flush(5_000)).toBe(true);
    expect(host.monitoring.stats()).toMatchObject({ captured: 1, stored: 1 });
  });
});
