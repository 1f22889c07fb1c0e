import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';
import { LEAKS, LeakyModule, NEEDLES, SECRET } from './app/leaky.module.js';

describe.each(PLATFORMS)('a secret in a host on %s', (platform) => {
  let store: TestStore;
  let host: Host;
  let api: Server;
  let origin: string;

  beforeAll(async () => {
    store = await createTestStore();
    api = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(api, 'listening');
    origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    host = await createHost(platform, { url: store.url }, { imports: [LeakyModule] });
  });
  afterAll(async () => {
    await host.close();
    api.closeAllConnections();
    api.close();
    await store.drop();
  });

  const headers = {
    authorization: `Bearer ${SECRET}`,
    cookie: `sid=${SECRET}; csrf=${SECRET}`,
    'user-agent': `spec/1.0 (token=${SECRET})`,
    'x-api-key': SECRET,
    'x-user': 'ada',
  };
  const send = (path: string, method = 'GET') => fetch(host.url + path, { method, headers });
  const query = `password=${SECRET}&next=${encodeURIComponent(`/x?token=${SECRET}`)}&author=Ada`;

  /** How many rows there are in all, and those that hold what they must not, by table. */
  async function search(): Promise<{ rows: Record<string, number>; leaks: unknown[] }> {
    await host.monitoring.flush();
    const tables: { name: string }[] = await store.dataSource.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'monitoring'::regnamespace
       AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    const rows: Record<string, number> = {};
    const leaks: unknown[] = [];
    for (const { name } of tables) {
      const texts: { text: string }[] = await store.dataSource.query(
        `SELECT row_to_json(row)::text AS text FROM monitoring.${name} AS row`,
      );
      rows[name] = texts.length;
      leaks.push(...texts.filter(({ text }) => NEEDLES.some((needle) => text.includes(needle))));
    }
    return { rows, leaks };
  }

  it('is nowhere in the store, whichever way it came', async () => {
    for (const leak of LEAKS.keys()) await send(`/leaky/throws?leak=${leak}&${query}`);
    await send('/leaky/throws-an-object');
    await send('/leaky/throws-a-text');
    await send('/leaky/logs', 'POST');
    await send(`/leaky/calls?to=${origin}`, 'POST');
    await send(`/nowhere/password=${SECRET}?${query}`);
    await send(`/papers/search?${query}`);
    const { rows, leaks } = await search();
    expect(leaks).toEqual([]);
    expect(rows['error_log']).toBeGreaterThanOrEqual(2 * LEAKS.length + 2);
    expect(rows['api_usage_metric']).toBeGreaterThanOrEqual(LEAKS.length + 4);
    expect(rows['user_activity']).toBeGreaterThanOrEqual(LEAKS.length + 1);
    expect(rows['system_metric']).toBeGreaterThanOrEqual(2 * LEAKS.length + 5);
  });

  it('leaves what stands around it to be seen', async () => {
    const [error] = await store.dataSource.query(
      `SELECT message, metadata FROM monitoring.error_log WHERE endpoint = '/leaky/throws' AND message LIKE 'card%'`,
    );
    expect(error.message).toBe('card [scrubbed] was declined');
    expect(error.metadata.query).toMatchObject({
      password: '[scrubbed]',
      next: '/x?token=[scrubbed]',
      author: 'Ada',
    });
    const sessions = await store.dataSource.query(
      `SELECT DISTINCT session_id FROM monitoring.user_activity WHERE activity_type = 'plain'`,
    );
    expect(sessions).toEqual([{ session_id: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
  });
});
