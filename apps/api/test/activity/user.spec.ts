import { userSummarySchema, userTimelineSchema, type TimelineEntry } from '@scitex/monitoring-contracts';
import { readAnswer } from '../support/figures.js';
import { startFilledApp } from '../support/filled-app.js';
import type { TestApp } from '../support/test-app.js';

const HOUR = 3_600_000;
const now = Date.now();
const SAME = new Date(now - 2 * HOUR).toISOString();
const HOSTILE = "x' OR true; -- <b>\u202E%";

let server: TestApp;
beforeAll(async () => {
  server = await startFilledApp(20_260_401, now);
  // Many at one time, and of one id, in all tables.
  await query(`
    INSERT INTO monitoring.user_activity (id, timestamp, app, environment, user_id, activity_type, success)
    SELECT ('00000000-0000-4000-8000-' || lpad(number::text, 12, '0'))::uuid, '${SAME}', 'shop', 'production', 'twin', 'view', true FROM generate_series(1, 9) number`);
  await query(`
    INSERT INTO monitoring.system_metric (id, timestamp, app, environment, instance, user_id, metric_type, value)
    SELECT id, timestamp, app, environment, 'a', user_id, 'response_time', 5 FROM monitoring.user_activity WHERE user_id = 'twin'`);
  await query(`
    INSERT INTO monitoring.error_log (id, timestamp, app, environment, instance, user_id, group_id, severity, error_type, message)
    SELECT id, timestamp, app, environment, 'a', user_id, id, 'low', 'E', 'm' FROM monitoring.user_activity WHERE user_id = 'twin'`);
});
afterAll(() => server.close());

const query = (sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
  server.store.dataSource.query(sql, parameters);

type Query = Record<string, string>;
const readPage = (asked: Query) => readAnswer(server, userTimelineSchema, 'user-activity/timeline', asked);
const readUser = (asked: Query) => readAnswer(server, userSummarySchema, 'user-activity/user', asked);

/** All that a timeline holds, page by page. @param meanwhile is done after each page */
async function readAll(asked: Query, meanwhile: () => Promise<unknown> = async () => undefined) {
  const entries: TimelineEntry[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage({
      ...asked,
      ...(cursor && { cursor }),
    });
    entries.push(...page.items);
    cursor = page.nextCursor;
    await meanwhile();
  } while (cursor !== null);
  return entries;
}

/** What every timeline is compared with: one plain statement over the rows of all tables. */
const rawEntries = (userId: string, hours: number, app: string | null = null) =>
  query(
    `SELECT * FROM (
       SELECT 'request' AS kind, 1 AS place, id, timestamp, weight, value::text AS what FROM monitoring.system_metric
       WHERE metric_type = 'response_time' AND user_id = $1 AND ($3::text IS NULL OR app = $3)
       UNION ALL SELECT 'activity', 2, id, timestamp, weight, activity_type FROM monitoring.user_activity
       WHERE user_id = $1 AND ($3::text IS NULL OR app = $3)
       UNION ALL SELECT 'error', 3, id, timestamp, weight, message FROM monitoring.error_log
       WHERE user_id = $1 AND ($3::text IS NULL OR app = $3)
     ) AS entry WHERE timestamp >= $2 ORDER BY timestamp DESC, place DESC, id DESC`,
    [userId, new Date(now - hours * HOUR).toISOString(), app],
  );

const keyOf = ({ kind, id }: { kind?: unknown; id?: unknown }) => `${String(kind)} ${String(id)}`;
const range = (hours: number): Query => ({
  from: new Date(now - hours * HOUR).toISOString(),
  to: new Date(now + HOUR).toISOString(),
});

describe('GET user-activity/timeline', () => {
  it.each([
    ['user-3', 60, '7'],
    ['user-5', 20, '200'],
    ['twin', 60, '1'],
    ['twin', 60, '5'],
  ])('of %s in %d hours has every row once, by %s on a page', async (userId, hours, pageSize) => {
    const expected = await rawEntries(userId, hours);
    expect(expected.length).toBeGreaterThan(20);
    const entries = await readAll({ ...range(hours), userId, pageSize });
    expect(entries.map(keyOf)).toEqual(expected.map(keyOf));
    expect(entries.map(({ weight }) => weight)).toEqual(expected.map(({ weight }) => weight));
    const { total, totalIsExact } = await readPage({ ...range(hours), userId });
    expect([total, totalIsExact]).toEqual([expected.length, true]);
  });

  it('tells of each entry what was recorded', async () => {
    const entries = await readAll({ ...range(60), userId: 'user-3', pageSize: '200' });
    const expected = await rawEntries('user-3', 60);
    const whatOf = (entry: TimelineEntry) => {
      if (entry.kind === 'request') return String(entry.duration);
      return entry.kind === 'activity' ? entry.activityType : entry.message;
    };
    expect(entries.map(whatOf)).toEqual(expected.map(({ what }) => what));
  });

  it.each(['request', 'activity', 'error'] as const)('is narrowed to each %s of an app', async (kind) => {
    const expected = (await rawEntries('user-2', 60, 'research-api')).filter((row) => row['kind'] === kind);
    expect(expected.length).toBeGreaterThan(0);
    const asked = { ...range(60), userId: 'user-2', app: 'research-api', kind, pageSize: '2' };
    expect((await readAll(asked)).map(keyOf)).toEqual(expected.map(keyOf));
    expect((await readPage(asked)).total).toBe(expected.length);
  });

  it('neither repeats nor leaves out an entry while others arrive', async () => {
    const before = (await rawEntries('user-7', 60)).map(keyOf);
    const arrive = () =>
      query(`INSERT INTO monitoring.user_activity (id, timestamp, app, environment, user_id, activity_type, success)
        VALUES (gen_random_uuid(), now(), 'shop', 'production', 'user-7', 'view', true)`);
    const entries = await readAll({ ...range(60), userId: 'user-7', pageSize: '4' }, arrive);
    expect(entries.map(keyOf)).toEqual(before);
  });

  it('counts no further than it says', async () => {
    await query(
      `INSERT INTO monitoring.user_activity (id, timestamp, app, environment, user_id, activity_type, success)
       SELECT gen_random_uuid(), $1::timestamptz, 'shop', 'production', 'busy', 'view', true
       FROM generate_series(1, 10001)`,
      [SAME],
    );
    const { total, totalIsExact } = await readPage({ userId: 'busy' });
    expect([total, totalIsExact]).toEqual([10_000, false]);
  });

  it('takes a user id as it is, and knows nothing of a user that there is not', async () => {
    const page = await readPage({ userId: HOSTILE });
    expect(page).toEqual({ items: [], total: 0, totalIsExact: true, nextCursor: null });
  });

  it.each([
    ['', 'userId'],
    ['userId=ada&kind=crash', 'kind'],
    ['userId=ada&cursor=nonsense', 'cursor'],
    ['userId=ada&pageSize=0', 'pageSize'],
    ['userId=ada&userId=bob', 'userId'],
  ])('refuses %j, and names the field', async (asked, field) => {
    const answer = await server.get(`user-activity/timeline?${asked}`);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ field })] }),
    ]);
  });

  it('refuses a cursor of another kind', async () => {
    const { nextCursor } = await readPage({ ...range(60), userId: 'twin', pageSize: '1' });
    const answer = await server.get(`user-activity/timeline?userId=twin&kind=error&cursor=${nextCursor}`);
    expect(answer.status).toBe(400);
  });
});

describe('GET user-activity/user', () => {
  it.each([
    ['user-3', {}],
    ['user-4', { app: 'research-api', environment: 'production' }],
    ['user-5', { endpoint: '/papers', method: 'GET' }],
  ])('sums up what %s did, narrowed to %j', async (userId, filters: Query) => {
    const { range: covered, ...summary } = await readUser({ hours: '50', userId, ...filters });
    const { app, environment, endpoint, method } = filters;
    const all = [userId, covered.from, covered.to, app, environment, endpoint, method];
    const where = `user_id = $1 AND timestamp >= $2 AND timestamp < $3 AND app = coalesce($4, app)
      AND environment = coalesce($5, environment) AND ($6::text IS NULL OR endpoint = $6)
      AND ($7::text IS NULL OR method = $7)`;
    const [row] = await query(
      `SELECT (SELECT sum(weight)::int FROM monitoring.system_metric
         WHERE metric_type = 'response_time' AND ${where}) AS requests,
         (SELECT sum(weight)::int FROM monitoring.user_activity WHERE ${where}) AS activities,
         (SELECT coalesce(sum(weight), 0)::int FROM monitoring.error_log WHERE ${where}) AS errors,
         (SELECT count(DISTINCT session_id)::int FROM monitoring.user_activity WHERE ${where}) AS sessions,
         (SELECT (array_agg(user_label ORDER BY timestamp DESC) FILTER (WHERE user_label IS NOT NULL))[1]
          FROM monitoring.user_activity WHERE ${where}) AS "userLabel"`,
      all.map((value) => value ?? null),
    );
    expect(summary).toMatchObject({ userId, ...row });
    expect(summary.requests).toBeGreaterThan(0);
    const entries = await readAll({
      from: covered.from,
      to: covered.to,
      userId,
      ...filters,
      pageSize: '200',
    });
    expect([summary.lastSeen, summary.firstSeen]).toEqual([entries[0]?.timestamp, entries.at(-1)?.timestamp]);
  });

  it('has zeros for who did nothing', async () => {
    expect(await readUser({ userId: HOSTILE })).toMatchObject({
      ...{ userId: HOSTILE, userLabel: null, firstSeen: null, lastSeen: null },
      ...{ requests: 0, activities: 0, errors: 0, sessions: 0 },
    });
  });
});
