import type { ActivityEvent } from '@scitex/monitoring-contracts';
import { readUserActivity } from '../../src/queries/index.js';
import { activity, batch } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { BUCKET_SECONDS, bucketStart, groupBy, mostFrequent, pick, randomNumbers } from './reference.js';

const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - 3_600_000);
const random = randomNumbers(2);
const USERS = Array.from({ length: 14 }, (_, index) => `user-${String(index).padStart(2, '0')}`);

const inside: ActivityEvent[] = Array.from({ length: 300 }, (_, index) =>
  activity({
    timestamp: from.getTime() + index * 12_000,
    activityType: pick(['search', 'upload', 'view'], random()),
    userId: random() < 0.1 ? null : pick(USERS, random()),
    endpoint: pick(['/papers', '/papers/:id', null], random()),
    method: pick(['GET', 'POST', null], random()),
    userLabel: random() < 0.3 ? null : `Label ${index}`,
    sessionId: random() < 0.1 ? null : `session-${Math.floor(random() * 40)}`,
  }),
);
const outside = [from.getTime() - 1, to.getTime()].map((timestamp) =>
  activity({ timestamp, userId: 'ghost' }),
);
const distinct = (values: readonly (string | null)[]) =>
  new Set(values.filter((value) => value !== null)).size;

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
  await store.writer.write(batch({ activities: [...inside, ...outside] }));
});
afterAll(() => store.close());

const read = (changes: object = {}) => readUserActivity(store.db, { from, to, ...changes }, BUCKET_SECONDS);

describe('readUserActivity', () => {
  it('counts activities, users and sessions', async () => {
    expect((await read()).summary).toEqual({
      totalActivities: inside.length,
      activeUsers: distinct(inside.map(({ userId }) => userId)),
      sessions: distinct(inside.map(({ sessionId }) => sessionId)),
    });
  });

  it('counts each type, the most frequent first', async () => {
    expect((await read()).activityTypes).toEqual(
      mostFrequent(inside, ({ activityType }) => activityType).map(([activityType, { length }]) => ({
        activityType,
        count: length,
      })),
    );
  });

  it('counts activities and users of each bucket', async () => {
    const buckets = groupBy(inside, ({ timestamp }) => bucketStart(timestamp));
    expect((await read()).timeline).toEqual(
      buckets.map(([timestamp, events]) => ({
        timestamp,
        count: events.length,
        activeUsers: distinct(events.map(({ userId }) => userId)),
      })),
    );
  });

  it('names the ten most active users as they were labelled last', async () => {
    const known = inside.filter(({ userId }) => userId !== null);
    expect((await read()).activeUsers).toEqual(
      mostFrequent(known, ({ userId }) => String(userId))
        .slice(0, 10)
        .map(([userId, events]) => ({
          userId,
          userLabel: events.findLast(({ userLabel }) => userLabel !== null)?.userLabel ?? null,
          count: events.length,
          lastSeen: new Date(Math.max(...events.map(({ timestamp }) => timestamp))).toISOString(),
        })),
    );
  });

  it.each([
    ['app', 'research-api'],
    ['environment', 'production'],
    ['release', '1.0.0'],
  ])('narrows to one %s', async (column, value) => {
    expect((await read({ [column]: value })).summary.totalActivities).toBe(inside.length);
    expect((await read({ [column]: 'another' })).summary.totalActivities).toBe(0);
  });

  it.each([
    [{ endpoint: '/papers/:id' }],
    [{ method: 'POST' }],
    [{ endpoint: '/papers/:id', method: 'POST' }],
    [{ endpoint: '/nowhere' }],
  ])('narrows to %j', async (filter: { endpoint?: string; method?: string }) => {
    const wanted = inside.filter(
      ({ endpoint, method }) =>
        (!filter.endpoint || endpoint === filter.endpoint) && (!filter.method || method === filter.method),
    );
    expect((await read(filter)).summary.totalActivities).toBe(wanted.length);
  });
});
