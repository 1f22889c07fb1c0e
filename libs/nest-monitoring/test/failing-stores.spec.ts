import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import {
  createTestStore,
  startFaultProxy,
  type FaultProxy,
  type TestStore,
} from '@scitex/monitoring-storage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost, type Host } from './app/create-host.js';

/** How a store fails, and what mends it. */
const FAILURES: [string, (proxy: FaultProxy, store: TestStore) => unknown, (store: TestStore) => unknown][] =
  [
    ['is away', (proxy) => proxy.cut(), () => undefined],
    ['takes connections and never answers', (proxy) => proxy.hang(), () => undefined],
    ['takes two seconds for a statement', (proxy) => proxy.slow(2_000), () => undefined],
    [
      'is read-only',
      (_, { dataSource, url }) =>
        dataSource.query(
          `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`,
        ),
      async ({ dataSource, url }) => {
        await dataSource.query('SET default_transaction_read_only = off');
        await dataSource.query(
          `ALTER DATABASE ${new URL(url).pathname.slice(1)} RESET default_transaction_read_only`,
        );
      },
    ],
    [
      'has connections that vanish in the middle',
      (proxy) => proxy.intercept((message) => (message.type === 'd' ? 'vanish' : 'pass')),
      () => undefined,
    ],
  ];

describe('a host whose store', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let directory: string;
  let host: Host;
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);

  beforeEach(async () => {
    store = await createTestStore();
    proxy = await startFaultProxy(store.url);
    directory = await mkdtemp(join(tmpdir(), 'spool-'));
  });
  afterEach(async () => {
    await host.close();
    proxy.close();
    await store.drop();
    await rm(directory, { recursive: true, force: true });
  });

  const start = async () =>
    (host = await createHost('express', {
      url: proxy.url,
      spool: { directory },
      buffer: { flushIntervalMs: 100, shutdownTimeoutMs: 1_000 },
    }));
  const visit = async (from: number, count: number) => {
    const answers = Array.from({ length: count }, (_, index) => fetch(`${host.url}/papers/${from + index}`));
    for (const [index, answer] of (await Promise.all(answers)).entries())
      expect([answer.status, await answer.json()]).toEqual([200, { id: from + index }]);
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const storedRequests = async () => {
    const [row] = await store.dataSource.query(
      'SELECT count(*)::int AS all, count(DISTINCT trace_id)::int AS different FROM monitoring.system_metric',
    );
    return row as { all: number; different: number };
  };

  describe.each(FAILURES)('%s', (_, harm, mend) => {
    it.each(['from the start', 'later'])(
      '%s, answers as ever, and has stored everything once afterwards',
      async (when) => {
        if (when === 'later') {
          await start();
          await visit(0, 20);
          await host.monitoring.flush();
        }
        await harm(proxy, store);
        if (when === 'from the start') await start();
        await visit(20, 50);
        await until(() => host.monitoring.stats().spooled >= 50 || host.monitoring.stats().buffered === 0);
        await visit(70, 50);
        await mend(store);
        proxy.mend();
        while (host.monitoring.stats().stored < host.monitoring.stats().captured)
          await host.monitoring.flush();
        const count = when === 'later' ? 120 : 100;
        // The visits are made from this very process, and so are calls of its own besides.
        expect(host.monitoring.stats().kinds.metrics).toMatchObject({
          captured: count,
          stored: count,
          spooled: 0,
          dropped: {},
        });
        expect(await storedRequests()).toEqual({ all: count, different: count });
      },
    );
  });

  it('hangs while it is asked for the health of the system can be closed', async () => {
    await start();
    await host.monitoring.getSystemHealthSummary();
    proxy.hang();
    const asked = host.monitoring.getSystemHealthSummary().catch(() => null);
    const begin = performance.now();
    await host.close();
    expect(performance.now() - begin).toBeLessThan(5_000);
    proxy.mend();
    expect(await asked).toBeNull();
  });
});
