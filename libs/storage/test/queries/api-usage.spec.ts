import type { ApiCallEvent } from '@scitex/monitoring-contracts';
import { readApiUsage } from '../../src/queries/index.js';
import { apiCall, batch } from '../batch.js';
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
} from './reference.js';

const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - 3_600_000);
const random = randomNumbers(3);

const inside: ApiCallEvent[] = Array.from({ length: 300 }, (_, index) => {
  const apiName = pick(['crossref', 'arxiv', 'openalex'], random() ** 2);
  const success = apiName === 'openalex' || random() > 0.2;
  const statusCode = success ? 200 : pick([null, 429, 500], random());
  return apiCall({
    timestamp: from.getTime() + index * 12_000,
    apiName,
    endpoint: pick(['/works', '/authors'], random()),
    responseTime: random() * 900,
    success,
    statusCode,
    failure: statusCode === null ? pick(['timeout', 'dns: ENOTFOUND'], random()) : null,
  });
});
const outside = [from.getTime() - 1, to.getTime()].map((timestamp) => apiCall({ timestamp, success: false }));
const succeeded = ({ success }: ApiCallEvent) => success;
const times = (calls: readonly ApiCallEvent[]) => calls.map(({ responseTime }) => responseTime);

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
  await store.writer.write(batch({ apiCalls: [...inside, ...outside] }));
});
afterAll(() => store.close());

const read = (changes: object = {}) => readApiUsage(store.db, { from, to, ...changes }, BUCKET_SECONDS);

function lastError(calls: readonly ApiCallEvent[]) {
  const call = calls.findLast(({ success }) => !success);
  if (!call) return null;
  const { timestamp, endpoint, method, statusCode, failure } = call;
  return { timestamp: new Date(timestamp).toISOString(), endpoint, method, statusCode, failure };
}

describe('readApiUsage', () => {
  it('sums up all calls', async () => {
    expect((await read()).summary).toEqual({
      totalCalls: inside.length,
      successRate: percent(inside, succeeded),
      avgResponseTime: near(mean(times(inside))),
    });
  });

  it('gives each API its figures and its newest failure', async () => {
    expect((await read()).apis).toEqual(
      mostFrequent(inside, ({ apiName }) => apiName).map(([apiName, calls]) => ({
        apiName,
        count: calls.length,
        successRate: percent(calls, succeeded),
        avg: near(mean(times(calls))),
        p95: about(percentile(times(calls), 0.95)),
        lastError: lastError(calls),
      })),
    );
  });

  it('gives each API its buckets', async () => {
    const buckets = groupBy(inside, ({ timestamp, apiName }) => `${bucketStart(timestamp)} ${apiName}`);
    expect((await read()).timeline).toEqual(
      buckets.map(([key, calls]) => ({
        timestamp: key.split(' ')[0],
        apiName: key.split(' ')[1],
        count: calls.length,
        successRate: percent(calls, succeeded),
        avg: near(mean(times(calls))),
      })),
    );
  });

  it('narrows to an outbound endpoint', async () => {
    const works = inside.filter(({ endpoint }) => endpoint === '/works');
    expect((await read({ endpoint: '/works' })).summary.totalCalls).toBe(works.length);
  });

  it('has nothing to say about a range without calls', async () => {
    expect(await read({ app: 'unknown' })).toEqual({
      summary: { totalCalls: 0, successRate: null, avgResponseTime: null },
      apis: [],
      timeline: [],
    });
  });
});
