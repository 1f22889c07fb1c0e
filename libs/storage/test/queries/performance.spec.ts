import type { MetricEvent } from '@scitex/monitoring-contracts';
import { readHealthFigures, readPerformance } from '../../src/queries/index.js';
import { apiCall, batch, failure, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import {
  about,
  BUCKET_SECONDS,
  bucketStart,
  groupBy,
  mean,
  mostFrequent,
  near,
  percent,
  percentile,
  pick,
  randomNumbers,
  timings,
} from './reference.js';

const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - 3_600_000);
const random = randomNumbers(1);
const METHODS = ['GET', 'POST'];
const ENDPOINTS = Array.from({ length: 14 }, (_, index) => `/resource-${index}/:id`);

const requests: MetricEvent[] = Array.from({ length: 800 }, () =>
  request({
    timestamp: from.getTime() + Math.floor(random() * 3_600_000),
    endpoint: random() < 0.05 ? null : pick(ENDPOINTS, random() ** 2),
    method: pick(METHODS, random()),
    value: random() < 0.1 ? pick([500, 500.0001, 2000, 2000.0001], random()) : random() * 3000,
    statusCode: pick([200, 201, 304, 404, 499, 500, 503], random()),
  }),
);
const outside = [from.getTime() - 1, to.getTime()].map((timestamp) => request({ timestamp, value: 1e9 }));
const edges = [from.getTime(), to.getTime() - 1].map((timestamp) => request({ timestamp, value: 1 }));
const inside = [...requests, ...edges];
const otherMetrics = [request({ timestamp: from.getTime(), metricType: 'database_query', value: 1e9 })];
const errors = Array.from({ length: 60 }, (_, index) =>
  failure({ timestamp: from.getTime() + index, errorType: `Type${Math.floor(index ** 2 / 300)}` }),
);
const failed = ({ statusCode }: MetricEvent) => (statusCode ?? 0) >= 500;
const valuesOf = (events: readonly MetricEvent[]) => events.map(({ value }) => value);

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
  await store.writer.write(batch({ metrics: [...inside, ...outside, ...otherMetrics], errors }));
  const staging = { environment: 'staging', release: null, app: 'other-api' };
  await store.writer.write(batch({ metrics: [request({ timestamp: from.getTime(), value: 7 })] }, staging));
});
afterAll(() => store.close());

const scope = { from, to, app: 'research-api' };
const read = (changes: object = {}) => readPerformance(store.db, { ...scope, ...changes }, BUCKET_SECONDS);

describe('readPerformance', () => {
  it('sums up the requests from the first to before the last millisecond of the range', async () => {
    const values = valuesOf(inside);
    const satisfied = values.filter((value) => value <= 500).length;
    const tolerating = values.filter((value) => value > 500 && value <= 2000).length;
    expect((await read()).summary).toEqual({
      totalRequests: inside.length,
      errorRate: percent(inside, failed),
      avgResponseTime: near(mean(values)),
      minResponseTime: Math.min(...values),
      maxResponseTime: Math.max(...values),
      p50: about(percentile(values, 0.5)),
      p95: about(percentile(values, 0.95)),
      p99: about(percentile(values, 0.99)),
      apdex: near((satisfied + tolerating / 2) / values.length),
    });
  });

  it('gives each bucket its own figures', async () => {
    const buckets = groupBy(inside, ({ timestamp }) => bucketStart(timestamp));
    expect((await read()).responseTimes).toEqual(
      buckets.map(([timestamp, events]) => ({
        timestamp,
        count: events.length,
        errorCount: events.filter(failed).length,
        ...timings(valuesOf(events)),
      })),
    );
  });

  it('counts the status codes', async () => {
    const codes = groupBy(inside, ({ statusCode }) => String(statusCode));
    expect((await read()).statusCodes).toEqual(
      codes.map(([code, events]) => ({ statusCode: Number(code), count: events.length })),
    );
  });

  it('gives the ten busiest endpoints, each method on its own', async () => {
    const routed = inside.filter(({ endpoint }) => endpoint !== null);
    const top = mostFrequent(routed, ({ endpoint, method }) => `${endpoint} ${method}`).slice(0, 10);
    expect((await read()).topEndpoints).toEqual(
      top.map(([key, events]) => ({
        endpoint: key.split(' ')[0],
        method: key.split(' ')[1],
        count: events.length,
        errorRate: percent(events, failed),
        ...timings(valuesOf(events)),
      })),
    );
  });

  it('gives the ten most frequent error types', async () => {
    const top = mostFrequent(errors, ({ errorType }) => errorType).slice(0, 10);
    expect((await read()).errorTypes).toEqual(
      top.map(([errorType, { length }]) => ({ errorType, count: length })),
    );
  });

  it.each([
    [{ app: 'other-api' }, 1],
    [{ app: undefined }, inside.length + 1],
    [{ app: undefined, environment: 'staging' }, 1],
    [{ release: '1.0.0' }, inside.length],
    [{ release: '2.0.0' }, 0],
    [{ method: 'POST' }, inside.filter(({ method }) => method === 'POST').length],
    [{ endpoint: ENDPOINTS[0] }, inside.filter(({ endpoint }) => endpoint === ENDPOINTS[0]).length],
    [{ app: `' OR true --` }, 0],
    [{ app: 'research\0-api' }, inside.length],
    [{ app: '\ud800' }, 0],
    [{ from: new Date(-62_167_219_200_000), to: new Date(8.64e15) }, inside.length + outside.length],
  ])('narrows to %j', async (filter, totalRequests) => {
    expect((await read(filter)).summary.totalRequests).toBe(totalRequests);
  });

  it('has nothing to say about a range without requests', async () => {
    expect(await read({ app: 'unknown' })).toEqual({
      summary: {
        totalRequests: 0,
        errorRate: null,
        avgResponseTime: null,
        minResponseTime: null,
        maxResponseTime: null,
        p50: null,
        p95: null,
        p99: null,
        apdex: null,
      },
      responseTimes: [],
      statusCodes: [],
      topEndpoints: [],
      errorTypes: [],
    });
  });

  it('does not depend on the time zone of the session', async () => {
    const runner = store.db.createQueryRunner();
    await runner.query(`SET timezone = 'Asia/Kathmandu'`);
    await runner.query(`SET datestyle = 'German'`);
    expect(await readPerformance(runner, scope, 86_400)).toEqual(
      await readPerformance(store.db, scope, 86_400),
    );
    await runner.query('RESET ALL');
    await runner.release();
  });
});

describe('readHealthFigures', () => {
  it('judges requests by their status and time, and API calls by their success', async () => {
    const apiCalls = [true, true, false].map((success) => apiCall({ timestamp: from.getTime(), success }));
    await store.writer.write(batch({ apiCalls }));
    expect(await readHealthFigures(store.db, scope)).toEqual({
      totalRequests: inside.length,
      errorCount: inside.filter(failed).length,
      avgResponseTime: near(mean(valuesOf(inside))),
      errorRate: percent(inside, failed),
      totalApiCalls: 3,
      apiSuccessRate: 200 / 3,
    });
  });

  it('has nothing to judge where nothing happened', async () => {
    expect(await readHealthFigures(store.db, { ...scope, app: 'unknown' })).toEqual({
      totalRequests: 0,
      errorCount: 0,
      avgResponseTime: null,
      errorRate: null,
      totalApiCalls: 0,
      apiSuccessRate: null,
    });
  });
});
