import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';

const NOWHERE = 'postgres://monitor:hunter2@127.0.0.1:9/monitoring';
const balance = ({ monitoring }: Host) => {
  const { captured, stored, buffered, spooled, dropped } = monitoring.stats();
  return (
    captured - stored - buffered - spooled - Object.values(dropped).reduce((sum, count) => sum + count, 0)
  );
};

describe.each(PLATFORMS)('a host on %s whose store is away', (platform) => {
  let host: Host;
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);

  beforeAll(async () => {
    warn.mockClear();
    host = await createHost(platform, { url: NOWHERE, buffer: { maxEvents: 20, shutdownTimeoutMs: 100 } });
  });

  it('starts and answers', async () => {
    expect((await fetch(`${host.url}/papers/search`)).status).toBe(200);
    expect((await fetch(`${host.url}/papers/failing`)).status).toBe(500);
  });

  it('keeps within its buffer, and counts what does not fit', async () => {
    for (let i = 0; i < 30; i++) await fetch(`${host.url}/papers/search`).then((answer) => answer.text());
    expect(await host.monitoring.flush(50)).toBe(false);
    const { stored, buffered, dropped } = host.monitoring.stats();
    expect({ stored, buffered }).toEqual({ stored: 0, buffered: 20 });
    expect(dropped['buffer-full']).toBeGreaterThan(0);
    expect(balance(host)).toBe(0);
  });

  it('is told so once, with the mend and without the password', () => {
    const warnings = warn.mock.calls
      .map(([message]) => String(message))
      .filter((text) => text.includes('store'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('127.0.0.1:9/monitoring');
    expect(warnings[0]).toContain('transport.url');
    expect(warnings[0]).not.toContain('hunter2');
  });

  it('rejects a question that only the store could answer, and nothing else', async () => {
    await expect(host.monitoring.getSystemHealthSummary()).rejects.toThrow();
  });

  it('shuts down within its limit, and accounts for what it had to give up', async () => {
    const begin = performance.now();
    await host.close();
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(host.monitoring.stats()).toMatchObject({ buffered: 0, dropped: { shutdown: 20 } });
    expect(balance(host)).toBe(0);
  });
});

describe('a store that is there', () => {
  let store: TestStore;
  beforeAll(async () => (store = await createTestStore()));
  afterAll(() => store.drop());

  it('has everything when the app has shut down, without a flush', async () => {
    const host = await createHost('express', { url: store.url, buffer: { flushIntervalMs: 60_000 } });
    for (let i = 0; i < 25; i++) await fetch(`${host.url}/papers/${i}`).then((answer) => answer.text());
    await host.close();
    const [{ count }] = await store.dataSource.query(
      `select count(*)::int from monitoring.system_metric where endpoint = '/papers/:id'`,
    );
    expect(count).toBe(25);
    expect(host.monitoring.stats().kinds.metrics).toMatchObject({ captured: 25, stored: 25, buffered: 0 });
  });

  it('tells the health of every service in the store', async () => {
    const host = await createHost('express', { url: store.url, serviceName: 'another' });
    await fetch(`${host.url}/papers/failing`);
    await host.monitoring.flush();
    expect(await host.monitoring.getSystemHealthSummary()).toMatchObject({
      totalRequests: 26,
      errorCount: 1,
      healthStatus: 'warning',
    });
    await host.close();
  });
});

describe('monitoring that is off', () => {
  it('neither connects nor counts, and its methods do nothing', async () => {
    const host = await createHost('express', { url: '' }, { monitored: false });
    await fetch(`${host.url}/papers/failing`);
    host.monitoring.logError(new Error('x'));
    expect(host.monitoring.stats().captured).toBe(0);
    expect(await host.monitoring.flush()).toBe(true);
    await host.close();
  });
});
