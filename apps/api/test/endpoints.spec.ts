import { randomUUID } from 'node:crypto';
import { endpointListSchema, type EndpointSort } from '@scitex/monitoring-contracts';
import { BatchWriter } from '@scitex/monitoring-storage';
import { near, readAnswer, without } from './support/figures.js';
import { startFilledApp } from './support/filled-app.js';
import type { TestApp } from './support/test-app.js';

const now = Date.now();
let server: TestApp;

beforeAll(async () => {
  server = await startFilledApp(4, now);
});
afterAll(() => server.close());

const read = (query: object) => readAnswer(server, endpointListSchema, 'endpoints', query);

/** Every route of a window by one plain statement over the raw rows, each repeated as often as its weight says. */
const raw = (from: string, to: string, app: string | null = null): Promise<Record<string, unknown>[]> =>
  server.store.dataSource.query(
    `SELECT endpoint, coalesce(method, '') AS method, count(*)::int,
       avg(CASE WHEN status_code >= 500 THEN 100 ELSE 0 END)::float8 AS "errorRate",
       avg(CASE WHEN value <= 500 THEN 1 WHEN value <= 2000 THEN 0.5 ELSE 0 END)::float8 AS apdex, avg(value),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS p50,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY value) AS p95,
       percentile_cont(0.99) WITHIN GROUP (ORDER BY value) AS p99
     FROM monitoring.system_metric, generate_series(1, weight)
     WHERE metric_type = 'response_time' AND endpoint IS NOT NULL AND timestamp >= $1 AND timestamp < $2
       AND ($3::text IS NULL OR app = $3)
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [from, to, app],
  );

const byName = (a: { endpoint: string; method: string }, b: { endpoint: string; method: string }) =>
  `${a.endpoint} ${a.method}` < `${b.endpoint} ${b.method}` ? -1 : 1;

describe('GET endpoints', () => {
  it.each<Record<string, string>>([{}, { hours: '30' }, { hours: '20', app: 'research-api' }])(
    'has every route of %j with the figures of its rows, and those of the period before',
    async (query) => {
      const { range, previous, items, total } = await read(query);
      const rows = (await raw(range.from, range.to, query['app'])) as { endpoint: string; method: string }[];
      expect(rows.length).toBeGreaterThan(3);
      expect(total).toBe(rows.length);
      const figures = items
        .toSorted(byName)
        .map((item) => without(without(without(item, 'timeShare'), 'trend'), 'previous'));
      expect(figures).toEqual(near(rows.toSorted(byName)));
      const before = (await raw(previous.from, previous.to, query['app'])) as typeof rows;
      for (const { endpoint, method, ...rest } of before) {
        const route = items.find((item) => item.endpoint === endpoint && item.method === method);
        if (route) expect(route.previous).toEqual(near(rest));
      }
      expect(items.some((item) => item.previous !== null)).toBe(true);
      for (const { count, trend } of items) expect(trend.reduce((sum, part) => sum + part, 0)).toBe(count);
    },
  );

  it('shares the time of all requests out, those without a route included', async () => {
    const { range, items } = await read({ hours: '30' });
    const [row]: { share: number }[] = await server.store.dataSource.query(
      `SELECT 100 * sum(value * weight) FILTER (WHERE endpoint IS NOT NULL) / sum(value * weight) AS share
       FROM monitoring.system_metric WHERE metric_type = 'response_time' AND timestamp >= $1 AND timestamp < $2`,
      [range.from, range.to],
    );
    expect(items.reduce((sum, { timeShare }) => sum + timeShare, 0)).toBeCloseTo(row?.share ?? NaN, 6);
  });

  it.each(['count', 'p95', 'errorRate', 'apdex'] as EndpointSort[])('sorts by %s', async (sort) => {
    for (const order of ['asc', 'desc']) {
      const { items } = await read({ hours: '50', sort, order });
      const figures = items.map((item) => Number(item[sort as 'count']));
      expect(figures).toEqual(figures.toSorted((a, b) => (order === 'asc' ? a - b : b - a)));
    }
  });

  it('puts first what has become slower by most', async () => {
    const { items } = await read({ hours: '30', sort: 'change' });
    const changes = items.flatMap(({ p95, previous }) => (previous ? p95 / previous.p95 : []));
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    const compared = items.map(({ previous }) => previous !== null);
    expect(compared).toEqual(compared.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('compares a route with itself, where hundreds of others were busier in the period before', async () => {
    const request = (endpoint: string, hoursAgo: number, value: number) => ({
      ...{
        timestamp: now - hoursAgo * 3_600_000,
        metricType: 'response_time',
        endpoint,
        method: 'GET',
        value,
      },
      ...{ statusCode: 200, userId: null, traceId: null, metadata: {} },
    });
    const others = Array.from({ length: 501 }, (_, index) => `/busy/${index}`);
    const metrics = [
      ...others.flatMap((endpoint) => [request(endpoint, 30, 10), request(endpoint, 31, 10)]),
      ...[request('/quiet', 30, 100), request('/quiet', 1, 400)],
    ];
    const writer = new BatchWriter({ url: server.store.url });
    const source = { app: 'crowded', environment: 'production', release: null, instance: 'a' };
    const nothing = { errors: [], apiCalls: [], activities: [] };
    await writer.write({ id: randomUUID(), source, metrics, ...nothing });
    await writer.close();
    const { items } = await read({ app: 'crowded', hours: '24' });
    expect(items.map(({ endpoint }) => endpoint)).toEqual(['/quiet']);
    expect(items[0]?.previous).toMatchObject({ count: 1, avg: 100 });
  });

  it('finds a route by a part of it, as it is written', async () => {
    const all = await read({ hours: '50' });
    const { items } = await read({ hours: '50', q: 'PAPER' });
    expect(items).toEqual(all.items.filter(({ endpoint }) => /paper/i.test(endpoint)));
    expect(items.length).toBeGreaterThan(0);
    expect((await read({ hours: '50', q: '%' })).items).toEqual(
      all.items.filter(({ endpoint }) => endpoint.includes('%')),
    );
  });

  it.each([
    ['sort=value;select pg_sleep(5)', 'sort'],
    ['order=down', 'order'],
    ['pageSize=5', 'pageSize'],
    ['hours=0', 'hours'],
  ])('refuses %s, and names the field', async (query, field) => {
    const answer = await server.get(`endpoints?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(field);
  });
});
