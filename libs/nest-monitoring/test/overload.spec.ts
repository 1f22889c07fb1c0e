import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { once } from 'node:events';
import { ModeChanges } from './app/mode-changes.js';
import { BusyModule } from './app/busy.module.js';
import { createHost, PLATFORMS, type Host, type Platform } from './app/create-host.js';

const LIMIT_MS = 100;

describe.each(PLATFORMS)('a host on %s that has too much to do', (platform) => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const log = jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
  let store: TestStore;
  let host: Host;
  const books = new Map<string, number>();
  let changes: ModeChanges;

  beforeAll(async () => {
    store = await createTestStore();
    changes = new ModeChanges();
    host = await startHost(platform, store);
  });
  afterAll(async () => {
    changes.stop();
    await host.close();
    await store.drop();
  });

  const mode = () => host.monitoring.stats().overload.mode;
  const ask = async (path: string, route: string) => {
    const user = `user-${books.size % 3}`;
    const { status } = await fetch(`${host.url}${path}`, { headers: { 'x-user': user } });
    const key = `${route} ${status}`;
    books.set(key, (books.get(key) ?? 0) + 1);
  };
  /** Twenty requests at once, two of which hold everybody up. */
  const burst = () =>
    Promise.all([
      ask(`/busy/${LIMIT_MS}`, '/busy/:ms'),
      ask(`/busy/failing/${LIMIT_MS}`, '/busy/failing/:ms'),
      ...Array.from({ length: 9 }, (_, id) => ask(`/papers/${id}`, '/papers/:id')),
      ...Array.from({ length: 9 }, () => ask('/papers/failing', '/papers/failing')),
    ]);
  const expectBalance = () => {
    const { captured, stored, buffered, spooled, dropped } = host.monitoring.stats();
    const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
    expect(captured).toBe(stored + buffered + spooled + lost);
  };
  const sql = (text: string): Promise<Record<string, number>[]> => store.dataSource.query(text);

  it('goes from full to reduced, and on to sampled', async () => {
    expect(mode()).toBe('full');
    while (mode() !== 'sampled') {
      await burst();
      expectBalance();
    }
    expect(changes.seen).toEqual(['reduced', 'sampled']);
    const { modeSince } = host.monitoring.stats().overload;
    expect(modeSince).toBeGreaterThan(0);
    expect(modeSince).toBeLessThanOrEqual(Date.now());
  });

  it('records all that happens meanwhile, in fewer rows', async () => {
    for (let round = 0; round < 10; round++) await burst();
    expect(await host.monitoring.flush()).toBe(true);
    expectBalance();
    const rows: { key: string; count: number }[] = await store.dataSource.query(
      `SELECT endpoint || ' ' || status_code AS key, sum(weight)::int AS count
       FROM monitoring.system_metric GROUP BY 1`,
    );
    expect(new Map(rows.map(({ key, count }) => [key, count]))).toEqual(books);
    const [total] = await sql(
      `SELECT (SELECT sum(weight) FROM monitoring.system_metric)::int AS metrics,
         (SELECT sum(weight) FROM monitoring.error_log)::int AS errors,
         (SELECT sum(weight) FROM monitoring.user_activity)::int AS activities,
         (SELECT sum(weight) FROM monitoring.api_usage_metric)::int AS "apiCalls"`,
    );
    for (const [kind, count] of Object.entries(host.monitoring.stats().kinds))
      expect(total?.[kind] ?? 0).toBe(count.captured);
  });

  it('counts the errors of every mode in one group for each', async () => {
    const groups = await sql(
      `SELECT endpoint, occurrences::int FROM monitoring.error_group ORDER BY endpoint`,
    );
    expect(groups).toEqual([
      { endpoint: '/busy/failing/:ms', occurrences: books.get('/busy/failing/:ms 500') },
      { endpoint: '/papers/failing', occurrences: books.get('/papers/failing 500') },
    ]);
  });

  it('leaves out detail only while it lasts', async () => {
    const [rows] = await sql(
      `SELECT (count(*) FILTER (WHERE metadata = '{}'))::int AS shed,
         (count(*) FILTER (WHERE metadata->>'userAgent' IS NOT NULL))::int AS whole FROM monitoring.system_metric`,
    );
    expect(rows?.['shed']).toBeGreaterThan(0);
    expect(rows?.['whole']).toBeGreaterThan(0);
  });

  it('recovers by itself, and records everything in full again', async () => {
    while (mode() !== 'full') await once(changes, 'change');
    expect(changes.seen.slice(-2)).toEqual(['reduced', 'full']);
    await ask('/papers/failing', '/papers/failing');
    expect(await host.monitoring.flush()).toBe(true);
    const [newest] = await store.dataSource.query(
      `SELECT user_agent, weight, stack_trace, metadata FROM monitoring.error_log ORDER BY timestamp DESC LIMIT 1`,
    );
    expect(newest).toEqual({
      user_agent: 'node',
      weight: 1,
      stack_trace: expect.stringMatching(/^Error: the index is gone\n[^]*Caused by/),
      metadata: expect.objectContaining({ statusCode: 500 }),
    });
    expectBalance();
  });

  it('says so once when it begins, and once when it is over', () => {
    const told = (calls: unknown[][]) => calls.map(String).filter((text) => text.includes('event loop'));
    expect(told(warn.mock.calls)).toEqual([expect.stringContaining('option overload.eventLoopDelayMs')]);
    expect(Number(/delayed by (\d+) ms/.exec(told(warn.mock.calls)[0] ?? '')?.[1])).toBeGreaterThan(LIMIT_MS);
    expect(told(log.mock.calls)).toHaveLength(1);
    warn.mockClear();
    log.mockClear();
  });
});

function startHost(platform: Platform, store: TestStore): Promise<Host> {
  const overload = { eventLoopDelayMs: LIMIT_MS };
  const options = { url: store.url, overload, buffer: { flushIntervalMs: 100 } };
  return createHost(platform, options, { imports: [BusyModule] });
}

describe('a host that wants everything in full', () => {
  it('gets it, however busy it is', async () => {
    const store = await createTestStore();
    const options = { url: store.url, overload: false as const, buffer: { flushIntervalMs: 10 } };
    const host = await createHost('express', options, { imports: [BusyModule] });
    for (let round = 0; round < 6; round++) await fetch(`${host.url}/busy/${3 * LIMIT_MS}`);
    expect(host.monitoring.stats().overload).toEqual({
      mode: 'full',
      modeSince: null,
      eventLoopDelayP99: null,
    });
    await host.close();
    await store.drop();
  });
});
