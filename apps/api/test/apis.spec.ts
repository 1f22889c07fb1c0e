import { apiDetailSchema, apiListSchema, type ApiSort } from '@scitex/monitoring-contracts';
import { BatchWriter, readApiFailures, readRateLimits } from '@scitex/monitoring-storage';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { near, readAnswer, without } from './support/figures.js';
import { startFilledApp } from './support/filled-app.js';
import { SOURCES } from './support/random-batch.js';
import type { TestApp } from './support/test-app.js';
import { tracedCalls } from './support/traced-calls.js';

type Rows = Record<string, unknown>[];

const now = Date.now();
const HOUR_MS = 3_600_000;
const NAMES = ['crossref', "o'hara; --", 'orcid'];
let server: TestApp;

beforeAll(async () => {
  server = await startFilledApp(7, now);
  const writer = new BatchWriter({ url: server.store.url });
  const random = randomNumbers(8);
  // The same traces in both apps: a request of one must not answer for a call of the other.
  for (const source of SOURCES.slice(2)) await writer.write(tracedCalls(source, now, 120, random));
  await writer.close();
});
afterAll(() => server.close());

const sql = (text: string, parameters: unknown[] = []): Promise<Rows> =>
  server.store.dataSource.query(text, parameters);
const list = (query: object) => readAnswer(server, apiListSchema, 'apis', query);
const detail = (query: object) => readAnswer(server, apiDetailSchema, 'apis/detail', query);

const ISO = (time: string) => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const FIGURES = `count(*)::int, (count(*) FILTER (WHERE NOT success))::int AS failed, avg(response_time),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY response_time) AS p50,
  percentile_cont(0.95) WITHIN GROUP (ORDER BY response_time) AS p95,
  percentile_cont(0.99) WITHIN GROUP (ORDER BY response_time) AS p99`;
const RATE = `avg(CASE WHEN success THEN 100 ELSE 0 END)::float8 AS "successRate"`;
/** Calls of a window, each as often as its weight says. */
const CALLS = `monitoring.api_usage_metric, generate_series(1, weight)
  WHERE timestamp >= $1 AND timestamp < $2 AND ($3::text IS NULL OR app = $3)`;

describe('GET apis', () => {
  const raw = (from: string, to: string, app: string | undefined) =>
    sql(
      `SELECT api_name AS "apiName", ${FIGURES}, ${RATE},
         (array_agg(CASE WHEN NOT success THEN json_build_object('timestamp', ${ISO('timestamp')},
           'endpoint', endpoint, 'method', method, 'statusCode', status_code, 'failure', failure) END
           ORDER BY success, timestamp DESC, id DESC))[1] AS "lastError"
       FROM ${CALLS} GROUP BY 1 ORDER BY 2 DESC, api_name COLLATE "C"`,
      [from, to, app ?? null],
    );

  it.each<Record<string, string>>([{}, { hours: '30' }, { hours: '19', app: 'billing' }])(
    'has every API of %j with the figures of its rows, and those of the period before',
    async (query) => {
      const { range, previous, calls, items } = await list(query);
      const rows = await raw(range.from, range.to, query['app']);
      expect(rows.length).toBeGreaterThan(2);
      expect(calls).toBe(rows.reduce((sum, { count }) => sum + Number(count), 0));
      expect(items.map((item) => ['share', 'trend', 'previous'].reduce(without, item))).toEqual(near(rows));
      const before = await raw(previous.from, previous.to, query['app']);
      for (const row of before) {
        const api = items.find(({ apiName }) => apiName === row['apiName']);
        if (api) expect(api.previous).toEqual(near(['apiName', 'lastError'].reduce(without, row)));
      }
      expect(items.some((item) => item.previous !== null)).toBe(true);
      for (const { count, trend, share } of items) {
        expect(trend.reduce((sum, part) => sum + part, 0)).toBe(count);
        expect(share).toBeCloseTo((100 * count) / calls, 8);
      }
    },
  );

  it.each(['successRate', 'p95', 'p99'] as ApiSort[])('sorts by %s', async (sort) => {
    for (const order of ['asc', 'desc']) {
      const { items } = await list({ hours: '50', sort, order });
      const figures = items.map((item) => Number(item[sort as 'count']));
      expect(figures).toEqual(figures.toSorted((a, b) => (order === 'asc' ? a - b : b - a)));
    }
  });
});

describe('GET apis/detail', () => {
  it.each(NAMES.flatMap((apiName) => [{ apiName }, { apiName, hours: '15', app: 'billing' }]))(
    'has the figures of the rows of %j',
    async (query: Record<string, string>) => {
      const answer = await detail({ ...query, compare: 'previous' });
      const { range, summary, timeline, statusCodes, endpoints, previous } = answer;
      const rows = (columns: string, rest = '', window = range) =>
        sql(`SELECT ${columns} FROM ${CALLS} AND api_name = $4 ${rest}`, [
          window.from,
          window.to,
          query['app'] ?? null,
          query['apiName'],
        ]);
      const bucket = ISO(
        `to_timestamp(floor(extract(epoch FROM timestamp) / ${range.bucketSeconds}) * ${range.bucketSeconds})`,
      );
      expect(summary.count).toBeGreaterThan(0);
      expect(summary).toEqual(near((await rows(`${FIGURES}, ${RATE}`))[0]));
      expect(timeline).toEqual(
        near(await rows(`${bucket} AS timestamp, ${FIGURES}`, 'GROUP BY 1 ORDER BY 1')),
      );
      expect(statusCodes).toEqual(
        await rows(
          'status_code AS "statusCode", count(*)::int',
          'AND status_code IS NOT NULL GROUP BY 1 ORDER BY 1',
        ),
      );
      expect(endpoints).toEqual(
        near(
          await rows(
            `endpoint, method, ${FIGURES}, ${RATE}`,
            'GROUP BY 1, 2 ORDER BY 3 DESC, endpoint COLLATE "C", method COLLATE "C"',
          ),
        ),
      );
      expect(previous?.summary).toEqual(near((await rows(`${FIGURES}, ${RATE}`, '', previous?.range))[0]));
    },
  );

  it.each([...NAMES.map((apiName) => ({ apiName })), { apiName: 'crossref', app: 'billing', hours: '12' }])(
    'says why calls of %j failed, and for whom',
    async (query: Record<string, string>) => {
      const { range, failures, summary } = await detail(query);
      const failed = `(SELECT * FROM monitoring.api_usage_metric WHERE timestamp >= $1 AND timestamp < $2
        AND ($3::text IS NULL OR app = $3) AND api_name = $4 AND NOT success) AS call`;
      const joined = `${failed} JOIN monitoring.system_metric AS request ON request.trace_id = call.trace_id
        AND request.app = call.app AND request.metric_type = 'response_time'`;
      const ask = (text: string) => sql(text, [range.from, range.to, query['app'] ?? null, query['apiName']]);
      const routes = await ask(`SELECT request.endpoint, request.method, sum(call.weight)::int AS count,
        count(DISTINCT request.user_id)::int AS users FROM ${joined} GROUP BY 1, 2
        ORDER BY 3 DESC, request.endpoint COLLATE "C", request.method COLLATE "C"`);
      const users = await ask(`SELECT request.user_id AS "userId", sum(call.weight)::int AS count,
        ${ISO('max(call.timestamp)')} AS "lastSeen" FROM ${joined} WHERE request.user_id IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, request.user_id COLLATE "C"`);
      expect(failures).toEqual({
        read: summary.failed,
        isWhole: true,
        reasons:
          await ask(`SELECT failure, status_code AS "statusCode", sum(weight)::int AS count FROM ${failed}
          GROUP BY 1, 2 ORDER BY 3 DESC, failure COLLATE "C", 2`),
        newest: await ask(`SELECT id, ${ISO('timestamp')} AS timestamp, app, endpoint, method,
          response_time AS "responseTime", status_code AS "statusCode", failure FROM ${failed}
          ORDER BY call.timestamp DESC, id DESC LIMIT 10`),
        withoutRequest: summary.failed - routes.reduce((sum, { count }) => sum + Number(count), 0),
        routes,
        totalRoutes: routes.length,
        users,
        totalUsers: users.length,
      });
      expect(failures.read).toBeGreaterThan(0);
    },
  );

  it('tells the last rate limit, and where least was left', async () => {
    const { range, rateLimits } = await detail({ apiName: 'crossref' });
    const seen = (condition = '', order = '') =>
      sql(
        `SELECT (rate_limit->>'limit')::int AS "limit", (rate_limit->>'remaining')::int AS remaining,
           rate_limit->>'resetAt' AS "resetAt", ${ISO('timestamp')} AS "seenAt"
         FROM monitoring.api_usage_metric WHERE timestamp >= $1 AND timestamp < $2 AND api_name = 'crossref'
           AND rate_limit IS NOT NULL ${condition} ORDER BY ${order} timestamp DESC, id DESC`,
        [range.from, range.to],
      );
    const all = await seen();
    const known = await seen(
      "AND rate_limit->>'remaining' IS NOT NULL",
      "(rate_limit->>'remaining')::float8 / (rate_limit->>'limit')::float8,",
    );
    expect(rateLimits).toEqual({ read: all.length, isWhole: true, last: all[0], lowest: known[0] });
    expect(all.length).toBeGreaterThan(10);
  });

  it('reads no more rows than it may, the newest, and says so', async () => {
    const scope = { from: new Date(now - 20 * HOUR_MS), to: new Date(now) };
    const failures = await readApiFailures(server.store.dataSource, scope, 'crossref', 9);
    const newest = await sql(
      `SELECT id, weight FROM monitoring.api_usage_metric WHERE api_name = 'crossref' AND NOT success
       AND timestamp < $1 ORDER BY timestamp DESC, id DESC LIMIT 9`,
      [scope.to.toISOString()],
    );
    expect(failures.isWhole).toBe(false);
    expect(failures.newest.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
    expect(failures.read).toBe(newest.reduce((sum, { weight }) => sum + Number(weight), 0));
    expect(failures.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(failures.read);
    const limits = await readRateLimits(server.store.dataSource, scope, 'crossref', 9);
    expect(limits).toMatchObject({ read: 9, isWhole: false });
  });

  it.each(['unheard of', "'; DROP TABLE monitoring.api_usage_metric; --", '%', '🧬'])(
    'has nothing to say of %j, which was not called',
    async (apiName) => {
      const answer = await detail({ apiName, compare: 'previous' });
      expect(answer).toMatchObject({
        apiName,
        summary: { count: 0, failed: 0, successRate: null, avg: null, p95: null },
        timeline: [],
        statusCodes: [],
        endpoints: [],
        failures: {
          read: 0,
          isWhole: true,
          reasons: [],
          newest: [],
          routes: [],
          users: [],
          withoutRequest: 0,
        },
        rateLimits: { read: 0, isWhole: true, last: null, lowest: null },
      });
    },
  );
});

it.each([
  ['apis?sort=value;select pg_sleep(5)', 'sort'],
  ['apis?order=down', 'order'],
  ['apis?hours=0', 'hours'],
  ['apis/detail', 'apiName'],
  ['apis/detail?apiName=', 'apiName'],
  ['apis/detail?apiName=a&apiName=b', 'apiName'],
  [`apis/detail?apiName=${'x'.repeat(513)}`, 'apiName'],
])('GET %s is refused, and names the field', async (path, field) => {
  const answer = await server.get(path);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(field);
});
