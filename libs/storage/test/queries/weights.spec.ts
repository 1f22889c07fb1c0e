import type { Batch } from '@scitex/monitoring-contracts';
import {
  listErrorGroups,
  readApiUsage,
  readErrorGroup,
  readErrorSummary,
  readHealthFigures,
  readPerformance,
  readUserActivity,
} from '../../src/queries/index.js';
import { activity, apiCall, batch, failure, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { about, BUCKET_SECONDS, near, pick, randomNumbers } from './reference.js';

const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - 3_600_000);
const scope = { from, to };
const FILTER = { sort: 'count', order: 'desc', pageSize: 50 } as const;

/** Events of every kind, most of which stand for several. */
function weighed(seed: number): Batch {
  const random = randomNumbers(seed);
  const times = <Event>(count: number, make: (shared: { timestamp: number; weight?: number }) => Event) =>
    Array.from({ length: count }, () => {
      const timestamp = from.getTime() + Math.floor(random() * 3_600_000);
      return make(random() < 0.3 ? { timestamp } : { timestamp, weight: 1 + Math.floor(random() ** 4 * 40) });
    });
  return batch({
    metrics: times(200, (shared) =>
      request({
        ...shared,
        endpoint: pick(['/papers', '/papers/:id', null], random()),
        method: pick(['GET', 'POST', null], random()),
        value: pick([0, 500, 500.5, 2000, random() * 3000], random()),
        statusCode: pick([200, 404, 500, 503, null], random()),
      }),
    ),
    errors: times(40, (shared) =>
      failure({
        ...shared,
        message: pick(['Paper is gone', 'Paper is late', 'Paper is lost'], random()),
        severity: pick(['low', 'critical'], random()),
        userId: pick(['ada', 'grace', null], random()),
      }),
    ),
    apiCalls: times(80, (shared) =>
      apiCall({
        ...shared,
        apiName: pick(['crossref', 'orcid'], random()),
        responseTime: random() * 900,
        success: random() < 0.8,
      }),
    ),
    activities: times(80, (shared) =>
      activity({ ...shared, userId: pick(['ada', 'grace', null], random()), activityType: 'view' }),
    ),
  });
}

/** The same events, each as often as its weight says. */
function repeated(weighedBatch: Batch): Batch {
  const repeat = <Event extends { readonly weight?: number }>(events: readonly Event[]): Event[] =>
    events.flatMap(({ weight = 1, ...event }) => Array.from({ length: weight }, () => event as Event));
  return batch({
    metrics: repeat(weighedBatch.metrics),
    errors: repeat(weighedBatch.errors),
    apiCalls: repeat(weighedBatch.apiCalls),
    activities: repeat(weighedBatch.activities),
  });
}

/** Whole numbers exactly; sums of doubles depend on their order in the last digits. Ids are each store's own. */
function comparable(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : near(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, comparable(inner)] as const);
  return Object.fromEntries(entries.map(([key, inner]) => [key, key === 'id' ? expect.any(String) : inner]));
}

let merged: WrittenStore;
let plain: WrittenStore;
beforeAll(async () => {
  [merged, plain] = await Promise.all([openWrittenStore(), openWrittenStore()]);
});
beforeEach(() => Promise.all([merged.empty(), plain.empty()]));
afterAll(() => Promise.all([merged.close(), plain.close()]));

const figures = async ({ db }: WrittenStore) => {
  const groups = await listErrorGroups(db, scope, FILTER);
  return {
    performance: await readPerformance(db, scope, BUCKET_SECONDS),
    health: await readHealthFigures(db, scope),
    apiUsage: await readApiUsage(db, scope, BUCKET_SECONDS),
    userActivity: await readUserActivity(db, scope, BUCKET_SECONDS),
    errorSummary: await readErrorSummary(db, scope, BUCKET_SECONDS),
    groups,
    counts: await Promise.all(groups.items.map(async ({ id }) => (await readErrorGroup(db, id))?.count)),
  };
};

describe('rows that stand for several events', () => {
  it.each([1, 2, 3, 4, 5])('give the figures of so many rows (%i)', async (seed) => {
    const events = weighed(seed);
    const all = repeated(events);
    expect((await merged.writer.write(events)).stored).toEqual((await plain.writer.write(all)).stored);
    expect(await figures(merged)).toEqual(comparable(await figures(plain)));
  });

  it('give percentiles at a cost that does not depend on the weight', async () => {
    const weight = 2_000_000_000;
    const metrics = [1, 2, 3].map((value) => request({ timestamp: from.getTime(), value, weight }));
    await merged.writer.write(batch({ metrics }));
    const { summary } = await readPerformance(merged.db, scope, BUCKET_SECONDS);
    expect(summary).toMatchObject({
      totalRequests: 3 * weight,
      avgResponseTime: 2,
      p50: about(2),
      p95: 3,
      p99: 3,
    });
  });

  it('count as often as their weight says when they are stored, refused, and claimed', async () => {
    const events = batch({
      metrics: [request({ weight: 5 }), request({ value: NaN, weight: 3 }), request({ weight: -1 })],
      errors: [failure({ weight: 4 }), failure()],
    });
    const first = await merged.writer.write(events);
    expect(first).toMatchObject({
      stored: { metrics: 6, errors: 5 },
      refused: { metrics: 3, errors: 0 },
      replayed: false,
    });
    expect(await merged.writer.write(events)).toEqual({ ...first, refusals: [], replayed: true });
    expect(await merged.sql('SELECT occurrences::int FROM monitoring.error_group')).toEqual([
      { occurrences: 5 },
    ]);
  });
});
