import { FEATURE_SORTS, featureListSchema } from '@scitex/monitoring-contracts';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { near, readAnswer } from '../support/figures.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { between, countOf, storeActivities, usersOf, type Activity } from './random-activities.js';

const HOUR = 3_600_000;
const now = Date.now();
const random = randomNumbers(3);
const at = (hoursAgo: number) => new Date(now - hoursAgo * HOUR).toISOString();

let server: TestApp;
let stored: Activity[];
beforeAll(async () => {
  server = await startTestApp();
  const times = Array.from({ length: 800 }, () => Math.floor(now - random() * 90 * HOUR));
  // At the very edges of the ranges below.
  const edges = [20, 50, 80].map((hoursAgo) => now - hoursAgo * HOUR);
  stored = await storeActivities(server.store.dataSource, [...times, ...edges], 4);
});
afterAll(() => server.close());

const read = (query: object) => readAnswer(server, featureListSchema, 'user-activity/features', query);

const usageOf = (rows: readonly Activity[]) => ({ count: countOf(rows), users: usersOf(rows).size });
const keyOf = (row: Pick<Activity, 'module' | 'feature'>) => `${row.module || ''}\n${row.feature || ''}`;

describe('GET user-activity/features', () => {
  it.each([{}, { hours: '40' }, { from: at(50), to: at(20) }, { hours: '30', app: 'billing' }])(
    'has each feature of %j with the figures of its rows, and those of the period before',
    async (query: { app?: string }) => {
      const { range, previous, activeUsers, total, features } = await read(query);
      expect(Date.parse(range.from) - Date.parse(previous.from)).toBe(
        Date.parse(range.to) - Date.parse(range.from),
      );
      const rows = stored.filter(({ app }) => query.app === undefined || app === query.app);
      const inRange = between(rows, range.from, range.to);
      const before = Map.groupBy(between(rows, previous.from, previous.to), keyOf);
      expect(activeUsers).toBe(usersOf(inRange).size);
      const named = Map.groupBy(
        inRange.filter((row) => keyOf(row) !== '\n'),
        keyOf,
      );
      expect(total).toBe(named.size);
      expect(features).toHaveLength(named.size);
      for (const { trend, ...feature } of features) {
        const usage = usageOf(named.get(keyOf(feature)) ?? []);
        const old = usageOf(before.get(keyOf(feature)) ?? []);
        expect(feature).toEqual(
          near({
            module: feature.module,
            feature: feature.feature,
            ...usage,
            adoption: (100 * usage.users) / activeUsers,
            previous: old,
            growth: old.count > 0 ? 100 * (usage.count / old.count - 1) : null,
          }),
        );
        expect(trend.reduce((sum, part) => sum + part, 0)).toBe(usage.count);
      }
      expect(features.map(({ count }) => count)).toEqual(
        features.map(({ count }) => count).toSorted((a, b) => b - a),
      );
      expect(features.some(({ module, feature }) => module === null || feature === null)).toBe(true);
    },
  );

  it.each(FEATURE_SORTS)('sorts by %s, either way, with those without a figure last', async (sort) => {
    for (const order of ['asc', 'desc']) {
      const { features } = await read({ hours: '10', sort, order });
      const figures = features.map((feature) => feature[sort]);
      const known = figures.filter((figure) => figure !== null);
      const sorted = known.toSorted((a, b) => (order === 'asc' ? a - b : b - a));
      expect(figures).toEqual([...sorted, ...figures.filter((figure) => figure === null)]);
      expect(known.length).toBeGreaterThan(3);
    }
  });

  it.each([
    ['sort=value', 'sort'],
    ['order=down', 'order'],
    ['hours=0', 'hours'],
  ])('refuses %s, and names the field', async (query, field) => {
    const answer = await server.get(`user-activity/features?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(field);
  });

  it('says of nobody that none of them took a feature up', async () => {
    const db = server.store.dataSource;
    await db.query(
      `INSERT INTO monitoring.user_activity (id, timestamp, app, environment, activity_type, feature, success)
       SELECT gen_random_uuid(), $1::timestamptz, 'batch', 'production', 'run', 'job ' || number, true
       FROM generate_series(1, 230) AS number`,
      [at(1)],
    );
    const list = await read({ app: 'batch' });
    expect(list).toMatchObject({ activeUsers: 0, total: 230 });
    expect(list.features).toHaveLength(200);
    expect(list.features[0]).toMatchObject({ count: 1, users: 0, adoption: null, growth: null });
  });

  it('is empty where nothing was done', async () => {
    expect(await read({ app: 'nobody' })).toMatchObject({ activeUsers: 0, total: 0, features: [] });
  });
});
