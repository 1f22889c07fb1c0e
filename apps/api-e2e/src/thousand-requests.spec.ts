import { setTimeout } from 'node:timers/promises';
import {
  apiUsageSchema,
  collectorsSchema,
  errorListSchema,
  errorSummarySchema,
  performanceSchema,
  userActivitySchema,
} from '@scitex/monitoring-contracts';
import { signIn, type Api } from './support/api.js';
import { send, type Kind } from './support/requests.js';

const get = (count: number, path: string, endpoint: string | null, status: number, user?: string): Kind => ({
  ...{ count, method: 'GET', path, endpoint, status },
  ...(user && { user }),
});

const KINDS: readonly Kind[] = [
  get(300, '/documents', '/documents', 200),
  get(150, '/documents/doc-1', '/documents/:id', 200),
  get(50, '/documents/nothing', '/documents/:id', 404),
  {
    count: 100,
    method: 'POST',
    path: '/documents',
    endpoint: '/documents',
    status: 201,
    body: { title: 'Notes' },
  },
  get(100, '/papers?q=graph', '/papers', 200),
  get(50, '/papers', '/papers', 400),
  get(100, '/projects', '/projects', 200),
  get(50, '/me', '/me', 401),
  get(50, '/me', '/me', 200, 'ada'),
  get(20, '/reports/failing', '/reports/failing', 500),
  get(20, '/reports/unavailable', '/reports/unavailable', 503),
  get(10, '/no/such/route', null, 404),
];

/** What is captured shows within this time. */
const PATIENCE_MS = 5000;

let api: Api;
let meanHere: number;
let range: string;

beforeAll(async () => {
  api = await signIn();
  const from = new Date().toISOString();
  meanHere = await send(KINDS);
  range = `from=${from}&to=${new Date(Date.now() + 60_000).toISOString()}&app=research-api`;
  const deadline = Date.now() + PATIENCE_MS;
  while ((await performance()).summary.totalRequests < 1000 && Date.now() < deadline) await setTimeout(100);
});

const performance = () => api.read(performanceSchema, `performance?${range}`);

/** Sums of the counts of kinds, by what they have in common. */
function sumBy(key: (kind: Kind) => string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const kind of KINDS) sums[key(kind)] = (sums[key(kind)] ?? 0) + kind.count;
  return sums;
}

it('show one by one, and none twice', async () => {
  expect((await performance()).summary).toMatchObject({ totalRequests: 1000, errorRate: 4 });
});

it('show with their statuses', async () => {
  const { statusCodes } = await performance();
  const shown = Object.fromEntries(statusCodes.map(({ statusCode, count }) => [String(statusCode), count]));
  expect(shown).toEqual(sumBy(({ status }) => String(status)));
});

it('show under the templates of their routes', async () => {
  const { topEndpoints } = await performance();
  const expected = sumBy(({ method, endpoint }) => `${method} ${endpoint}`);
  delete expected['GET null'];
  for (const [name, count] of Object.entries(expected)) {
    const shown = topEndpoints.find(({ method, endpoint }) => `${method} ${endpoint}` === name);
    expect([name, shown?.count]).toEqual([name, count]);
  }
  const counts = topEndpoints.map(({ count }) => count);
  expect(counts).toEqual([...counts].sort((one, other) => other - one));
});

it('show with error rates of their routes', async () => {
  const { topEndpoints } = await performance();
  for (const { endpoint, errorRate } of topEndpoints)
    expect([endpoint, errorRate]).toEqual([endpoint, /failing|unavailable/.test(endpoint) ? 100 : 0]);
});

it('show with the times that they took: no longer than was measured here', async () => {
  const { summary, responseTimes } = await performance();
  const sum = responseTimes.reduce((total, { count, avg }) => total + count * avg, 0);
  expect(sum / 1000).toBeCloseTo(summary.avgResponseTime ?? 0, 6);
  expect(summary.avgResponseTime).toBeGreaterThan(0);
  expect(summary.avgResponseTime).toBeLessThanOrEqual(meanHere);
});

it('show one point per bucket with all of them in it', async () => {
  const { responseTimes } = await performance();
  expect(responseTimes.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  expect(responseTimes.reduce((sum, { errorCount }) => sum + errorCount, 0)).toBe(40);
});

it('show each server error once, grouped by what failed', async () => {
  const { total, byType } = await api.read(errorSummarySchema, `errors/summary?${range}`);
  expect(total).toBe(40);
  expect(byType).toContainEqual({ errorType: 'TypeError', count: 20 });
  const { items } = await api.read(errorListSchema, `errors?${range}`);
  expect(items.map(({ count, endpoint }) => [endpoint, count]).sort()).toEqual([
    ['/reports/failing', 20],
    ['/reports/unavailable', 20],
  ]);
});

it('show each outbound call', async () => {
  const { apis } = await api.read(apiUsageSchema, `api-usage?${range}`);
  expect(apis.map(({ apiName, count, successRate }) => ({ apiName, count, successRate }))).toEqual([
    { apiName: 'index.scholar.test', count: 100, successRate: 100 },
  ]);
});

it('show what signed-in users did', async () => {
  const { summary, activeUsers } = await api.read(userActivitySchema, `user-activity?${range}`);
  expect(summary).toEqual({ totalActivities: 50, activeUsers: 1, sessions: 1 });
  expect(activeUsers).toEqual([expect.objectContaining({ userId: 'ada', count: 50 })]);
});

it('show in the books of the module, which are those of the store', async () => {
  const everything = 'hours=8784&app=research-api';
  const read = async () => {
    const { items, totals } = await api.read(collectorsSchema, `collectors?${everything}`);
    const { summary: requests } = await api.read(performanceSchema, `performance?${everything}`);
    const { summary: calls } = await api.read(apiUsageSchema, `api-usage?${everything}`);
    const { summary: users } = await api.read(userActivitySchema, `user-activity?${everything}`);
    const { total } = await api.read(errorSummarySchema, `errors/summary?${everything}`);
    const rows = [requests.totalRequests, total, calls.totalCalls, users.totalActivities];
    return { items, totals, rows };
  };
  let { items, totals, rows } = await read();
  // The module reports at most every five seconds.
  const deadline = Date.now() + 3 * PATIENCE_MS;
  const all = () => rows.reduce((sum, count) => sum + count, 0);
  while (totals.stored !== all() && Date.now() < deadline) {
    await setTimeout(100);
    ({ items, totals, rows } = await read());
  }
  expect(items.map(({ state, balance }) => [state, balance])).toEqual([['reporting', 0]]);
  const kinds = items.flatMap(({ kinds: { metrics, errors, apiCalls, activities } }) => [
    metrics,
    errors,
    apiCalls,
    activities,
  ]);
  expect(kinds.map(({ captured }) => captured)).toEqual(rows);
  expect(kinds.map(({ stored }) => stored)).toEqual(rows);
  expect(totals).toMatchObject({ captured: all(), stored: all(), buffered: 0, spooled: 0, dropped: {} });
}, 20_000);
