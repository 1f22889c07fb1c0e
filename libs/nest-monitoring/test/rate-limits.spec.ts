import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { once } from 'node:events';
import http, { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHost, type Host } from './app/create-host.js';

const HEADS: Readonly<Record<string, http.OutgoingHttpHeaders>> = {
  github: { 'X-RateLimit-Limit': '60', 'X-RateLimit-Remaining': '59', 'X-RateLimit-Reset': '30' },
  ietf: { RateLimit: '"hourly";r=12;t=30', 'RateLimit-Policy': '"hourly";q=60;w=3600' },
  hostile: {
    'X-RateLimit-Limit': `${'9'.repeat(4_000)}`,
    RateLimit: '";'.repeat(1_000),
    'Retry-After': '-1',
  },
  plain: {},
};

describe('rate limits of outbound calls', () => {
  let store: TestStore;
  let host: Host;
  let api: Server;
  let origin: string;

  beforeAll(async () => {
    store = await createTestStore();
    api = createServer((request, response) => {
      const name = request.url?.slice(1) ?? '';
      if (name === 'broken') {
        response.writeHead(200, { ...HEADS['github'], 'content-length': 99 }).write('{');
        return void setImmediate(() => request.socket.destroy());
      }
      response.writeHead(name === 'limited' ? 429 : 200, HEADS[name] ?? { 'Retry-After': '30' }).end('{}');
    }).listen(0, '127.0.0.1');
    await once(api, 'listening');
    origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}/`;
    host = await createHost('express', { url: store.url });
  });
  afterAll(async () => {
    await host.close();
    api.closeAllConnections();
    api.close();
    await store.drop();
  });
  beforeEach(async () => {
    await host.monitoring.flush();
    await store.dataSource.query('truncate monitoring.api_usage_metric');
  });

  const limits = async () => {
    await host.monitoring.flush();
    const rows: { rate_limit: unknown }[] = await store.dataSource.query(
      'select rate_limit from monitoring.api_usage_metric order by timestamp, id',
    );
    return rows.map(({ rate_limit }) => rate_limit);
  };
  const soon = {
    asymmetricMatch: (text: unknown) => Math.abs(Date.parse(String(text)) - Date.now() - 30_000) < 10_000,
    toString: () => 'in half a minute',
  };
  const byHttp = async (name: string): Promise<unknown> => {
    const request = http.get(origin + name);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    return response.toArray();
  };
  const byFetch = async (name: string): Promise<unknown> => (await fetch(origin + name)).text();

  describe.each([
    ['fetch', byFetch],
    ['node:http', byHttp],
  ])('by %s', (_name, call) => {
    it.each([
      ['github', { limit: 60, remaining: 59, resetAt: soon }],
      ['ietf', { limit: 60, remaining: 12, resetAt: soon }],
      ['limited', { limit: null, remaining: null, resetAt: soon }],
      ['hostile', null],
      ['plain', null],
    ])('are read from the head of the answer %s', async (name, expected) => {
      await call(name);
      expect(await limits()).toEqual([expected]);
    });

    it('are known of an answer that breaks off', async () => {
      await expect(call('broken')).rejects.toThrow();
      expect(await limits()).toEqual([{ limit: 60, remaining: 59, resetAt: soon }]);
    });

    it('are those of the call that is timed around it', async () => {
      await host.monitoring.monitorApi('search', '/works', {}, () => call('github'));
      expect(await limits()).toEqual([{ limit: 60, remaining: 59, resetAt: soon }]);
    });
  });

  it('can be told by the host, and what is none is not kept', async () => {
    const usage = { apiName: 'search', endpoint: '/works', responseTime: 5, statusCode: 200 };
    const rateLimit = { limit: 10, remaining: 1, resetAt: '2026-11-27T12:00:00.000Z' };
    host.monitoring.logApiUsage({ ...usage, rateLimit });
    host.monitoring.logApiUsage({ ...usage, rateLimit: { limit: NaN, remaining: {}, resetAt: 7 } as never });
    const told = await limits();
    expect(told).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining([rateLimit, null]));
  });
});
