import { endpointDetailSchema } from '@scitex/monitoring-contracts';
import { near, readAnswer, without } from './support/figures.js';
import { startFilledApp } from './support/filled-app.js';
import type { TestApp } from './support/test-app.js';

const now = Date.now();
let server: TestApp;

beforeAll(async () => {
  server = await startFilledApp(7, now);
});
afterAll(() => server.close());

const ROUTE = { endpoint: '/papers/:id', method: 'GET', hours: '28' };
const read = (query: object) => readAnswer(server, endpointDetailSchema, 'endpoints/detail', query);

interface Window {
  readonly from: string;
  readonly to: string;
}

/** The requests of a route by plain SQL over the raw rows. */
const raw = <Row>(
  select: string,
  { from, to }: Window,
  { endpoint, method = null, app = null }: Record<string, string | null>,
): Promise<Row[]> =>
  server.store.dataSource.query(
    select.replace(
      'REQUESTS',
      `monitoring.system_metric, generate_series(1, weight) AS event WHERE metric_type = 'response_time'
         AND timestamp >= $1 AND timestamp < $2 AND endpoint = $3 AND ($4::text IS NULL OR method = $4)
         AND ($5::text IS NULL OR app = $5)`,
    ),
    [from, to, endpoint, method, app],
  );

const FIGURES = `count(*)::int, avg(CASE WHEN status_code >= 500 THEN 100 ELSE 0 END)::float8 AS "errorRate",
  avg(value) AS avg, percentile_disc(0.95) WITHIN GROUP (ORDER BY value) AS p95`;

interface User {
  readonly userId: string;
  readonly count: number;
  readonly p95: number;
}

const users = (window: Window, query: Record<string, string | null>) =>
  raw<User>(
    `SELECT user_id AS "userId", ${FIGURES} FROM REQUESTS AND user_id IS NOT NULL
     GROUP BY user_id ORDER BY count(*) DESC, user_id COLLATE "C"`,
    window,
    query,
  );

describe('GET endpoints/detail', () => {
  it.each<Record<string, string>>([
    ROUTE,
    { endpoint: '/papers', hours: '20', app: 'research-api' },
    { endpoint: "/it's/:odd", method: 'post' },
  ])('has the users of %j as their rows say, beside those of the period before', async (query) => {
    const answer = await read(query);
    const asked = { ...query, ...(query['method'] && { method: query['method'].toUpperCase() }) };
    const expected = await users(answer.range, asked);
    const before = new Map((await users(answer.previous, asked)).map((user) => [user.userId, user]));
    expect(expected.length).toBeGreaterThan(5);
    expect(answer.users.total).toBe(expected.length);
    expect(
      answer.users.items.map(({ previous, ...user }) => ({ ...user, previous: previous ?? null })),
    ).toEqual(
      expected.slice(0, 20).map((user) => {
        const then = before.get(user.userId);
        const previous = then ? { count: then.count, p95: expect.closeTo(then.p95, 9) } : null;
        // Of raw rows, so that it is exact.
        return { ...(near(user) as object), p95: expect.closeTo(user.p95, 9), previous };
      }),
    );
    expect(answer.users.items.some(({ previous }) => previous !== null)).toBe(true);
  });

  it('puts first for whom it has become slower by most, times how often', async () => {
    const { users } = await read({ ...ROUTE, userSort: 'slowdown' });
    const slowdown = users.items.map(({ count, p95, previous }) =>
      previous ? count * (p95 - previous.p95) : -Infinity,
    );
    expect(slowdown).toEqual(slowdown.toSorted((a, b) => b - a));
    expect(slowdown[0]).toBeGreaterThan(0);
  });

  it('has the slowest requests, each as its row is', async () => {
    const { range, slowest } = await read(ROUTE);
    const rows = await raw<object>(
      `SELECT DISTINCT id, method, value, status_code AS "statusCode", user_id AS "userId",
         trace_id AS "traceId", release FROM REQUESTS ORDER BY value DESC LIMIT 20`,
      range,
      ROUTE,
    );
    expect(rows).toHaveLength(20);
    expect(slowest.map((row) => without(row, 'timestamp'))).toEqual(rows);
  });

  it('has each release as its rows say', async () => {
    const { range, releases } = await read({ ...ROUTE, hours: '50' });
    const rows = await raw<object>(
      `SELECT release, ${FIGURES.replace('disc', 'cont')} FROM REQUESTS GROUP BY release ORDER BY count(*) DESC, release`,
      { ...range },
      ROUTE,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(releases).toEqual({ total: rows.length, items: near(rows) });
  });

  it('is empty of a route that nobody called, whatever its name', async () => {
    for (const endpoint of ['/nothing', '(other)', "'; DROP TABLE x; --"])
      expect(await read({ endpoint })).toMatchObject({
        slowest: [],
        sampledFrom: null,
        users: { total: 0, items: [] },
        releases: { total: 0, items: [] },
      });
  });

  it.each([
    ['hours=6', 'endpoint'],
    ['endpoint=', 'endpoint'],
    ['endpoint=/a&endpoint=/b', 'endpoint'],
    ['endpoint=/a&method=1', 'method'],
    ['endpoint=/a&userSort=name', 'userSort'],
    ['endpoint=/a&q=b', 'q'],
  ])('refuses %s, and names the field', async (query, field) => {
    const answer = await server.get(`endpoints/detail?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(field);
  });
});
