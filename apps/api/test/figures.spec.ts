import {
  apiUsageSchema,
  errorDetailSchema,
  errorListSchema,
  errorSummarySchema,
  healthSchema,
  occurrenceListSchema,
  performanceSchema,
  userActivitySchema,
} from '@scitex/monitoring-contracts';
import type { z } from 'zod';
import { startFilledApp } from './support/filled-app.js';
import { rawFigures, type Window } from './support/raw-figures.js';
import { near, readAnswer } from './support/figures.js';
import type { TestApp } from './support/test-app.js';

const HOUR = 3_600_000;
const now = Date.now();
const at = (hoursAgo: number) => new Date(now - hoursAgo * HOUR).toISOString();

let server: TestApp;

beforeAll(async () => {
  server = await startFilledApp(20_260_131, now);
  await server.store.dataSource.query(`UPDATE monitoring.error_group SET status = 'resolved'
    WHERE id IN (SELECT id FROM monitoring.error_group ORDER BY id LIMIT 3)`);
});
afterAll(() => server.close());

const read = <S extends z.ZodType>(schema: S, path: string, query: object) =>
  readAnswer(server, schema, path, query);

const SCOPES: [string, Record<string, string>][] = [
  ['the last day, when nothing is asked', {}],
  ['the last hour', { hours: '1' }],
  ['the last week', { hours: '168' }],
  ['a year', { hours: '8784' }],
  ['a range in the past', { from: at(50), to: at(30) }],
  ['a range in another zone', { from: '2026-01-01T00:00:00+02:00', to: '2026-01-02T00:00:00+02:00' }],
  ['one app', { hours: '72', app: 'billing' }],
  ['one environment', { hours: '72', environment: 'staging' }],
  ['one release', { hours: '72', release: '1.0.0' }],
  ['one endpoint', { hours: '72', endpoint: "/it's/:odd" }],
  ['one method, in lower case', { hours: '72', method: 'post' }],
  [
    'every filter',
    {
      hours: '72',
      app: 'research-api',
      environment: 'production',
      release: '1.1.0',
      endpoint: '/papers',
      method: 'GET',
    },
  ],
  ['nothing at all', { app: "no such'; app --" }],
];

describe.each(SCOPES)('figures of %s', (_, query) => {
  const figuresOf = (range: { from: string; to: string; bucketSeconds?: number }) => {
    const { method, ...filters } = query;
    const window: Window = { ...filters, ...(method && { method: method.toUpperCase() }), ...range };
    return rawFigures(server.store.dataSource, window);
  };

  it('of performance are those of the rows', async () => {
    const { range, ...figures } = await read(performanceSchema, 'performance', query);
    expect(figures).toEqual(near(await figuresOf(range).performance()));
  });

  it('of user activity are those of the rows', async () => {
    const { range, ...figures } = await read(userActivitySchema, 'user-activity', query);
    expect(figures).toEqual(near(await figuresOf(range).userActivity()));
  });

  it('of API usage are those of the rows', async () => {
    const { range, ...figures } = await read(apiUsageSchema, 'api-usage', query);
    expect(figures).toEqual(near(await figuresOf(range).apiUsage()));
  });

  it('of errors are those of the rows', async () => {
    const { range, ...figures } = await read(errorSummarySchema, 'errors/summary', query);
    expect(figures).toEqual(near(await figuresOf(range).errorSummary()));
  });

  it('of error groups are those of the rows', async () => {
    const { range } = await read(errorSummarySchema, 'errors/summary', query);
    const filters = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'hours'));
    const fixed = { ...filters, from: range.from, to: range.to, pageSize: '200' };
    const { items, total } = await read(errorListSchema, 'errors', fixed);
    const figures = items
      .map(({ id, count, userCount }) => ({ id, count, userCount }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(figures).toEqual(await figuresOf(range).errorGroups());
    expect(total).toBe(figures.length);
    for (const { count, trend } of items) expect(trend.reduce((sum, part) => sum + part, 0)).toBe(count);
  });
});

describe('a range', () => {
  it('is a day up to now when nothing is asked', async () => {
    const before = Date.now();
    const { range } = await read(performanceSchema, 'performance', {});
    expect(Date.parse(range.to)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(range.to) - Date.parse(range.from)).toBe(24 * HOUR);
    expect(range.bucketSeconds).toBe(900);
  });

  it('is echoed as it was asked, in UTC', async () => {
    const { range } = await read(performanceSchema, 'performance', {
      from: '2026-01-01T00:00:00+02:00',
      to: '2026-01-01T01:00:00+02:00',
    });
    expect(range).toEqual({
      from: '2025-12-31T22:00:00.000Z',
      to: '2025-12-31T23:00:00.000Z',
      bucketSeconds: 60,
    });
  });
});

describe('health', () => {
  it.each([
    ['the last hour, when nothing is asked', {}],
    ['a longer window', { minutes: '2880' }],
    ['one app and environment', { minutes: '2880', app: 'research-api', environment: 'staging' }],
  ])('of %s has the figures of the rows', async (_, query: Record<string, string>) => {
    const answer = await server.get(`health?${new URLSearchParams({ ...query, failOn: 'never' })}`);
    const { window, ...figures } = healthSchema.parse(await answer.json());
    const { minutes = '60', ...filters } = query;
    expect(Date.parse(window.to) - Date.parse(window.from)).toBe(Number(minutes) * 60_000);
    expect(figures).toMatchObject(
      near(await rawFigures(server.store.dataSource, { ...filters, ...window }).health()) as object,
    );
  });
});

describe('the error list', () => {
  const all = { hours: '72', pageSize: '200' };

  it('gives each group once over its pages, in order, with the same total on each', async () => {
    const whole = await read(errorListSchema, 'errors', { ...all, sort: 'count', order: 'asc' });
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: z.infer<typeof errorListSchema> = await read(errorListSchema, 'errors', {
        ...all,
        sort: 'count',
        order: 'asc',
        pageSize: '5',
        ...(cursor && { cursor }),
      });
      expect(page.total).toBe(whole.total);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual(whole.items.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(10);
  });

  it.each([
    ['status', 'resolved'],
    ['severity', 'critical'],
    ['errorType', 'TypeError'],
  ] as const)('keeps to the %s %s', async (field, value) => {
    const whole = await read(errorListSchema, 'errors', all);
    const { items } = await read(errorListSchema, 'errors', { ...all, [field]: value });
    expect(items.length).toBeGreaterThan(0);
    expect(items).toEqual(whole.items.filter((item) => item[field] === value));
  });

  it.each(['100%', 'a_b', 'TYPEERROR'])('finds %s as it is written', async (q) => {
    const whole = await read(errorListSchema, 'errors', all);
    const { items } = await read(errorListSchema, 'errors', { ...all, q });
    const rows: { group_id: string }[] = await server.store.dataSource.query(
      `SELECT DISTINCT group_id FROM monitoring.error_log
       WHERE position(lower($1) IN lower(message)) > 0 OR position(lower($1) IN lower(error_type)) > 0`,
      [q],
    );
    const found = new Set(rows.map(({ group_id }) => group_id));
    expect(items.length).toBeGreaterThan(0);
    expect(items).toEqual(whole.items.filter(({ id }) => found.has(id)));
  });

  it('counts only the occurrences of a user', async () => {
    const { items } = await read(errorListSchema, 'errors', { ...all, userId: 'user-3' });
    const [row]: { count: number }[] = await server.store.dataSource.query(
      `SELECT sum(weight)::int AS count FROM monitoring.error_log WHERE user_id = 'user-3'`,
    );
    expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(row?.count);
  });

  it('refuses a cursor of another order', async () => {
    const { nextCursor } = await read(errorListSchema, 'errors', { ...all, pageSize: '5' });
    const answer = await server.get(`errors?sort=count&cursor=${nextCursor}`);
    expect(answer.status).toBe(400);
  });
});

describe('an error group', () => {
  it('has its whole life, why it groups, and its newest occurrence', async () => {
    const { items } = await read(errorListSchema, 'errors', { hours: '1' });
    for (const { id } of items.slice(0, 3)) {
      const group = await read(errorDetailSchema, `errors/${id}`, {});
      const [row]: Record<string, unknown>[] = await server.store.dataSource.query(
        `SELECT sum(weight)::int AS count, count(DISTINCT user_id)::int AS "userCount",
           (array_agg(id ORDER BY timestamp DESC, id DESC))[1] AS newest
         FROM monitoring.error_log WHERE group_id = $1`,
        [id],
      );
      expect({ count: group.count, userCount: group.userCount, newest: group.latest?.id }).toEqual(row);
      expect(group.grouping.errorType).toBe(group.errorType);
    }
  });

  it('lists its occurrences in the range, newest first, page by page', async () => {
    const { items } = await read(errorListSchema, 'errors', { hours: '72', sort: 'count' });
    const id = items[0]?.id ?? '';
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: z.infer<typeof occurrenceListSchema> = await read(
        occurrenceListSchema,
        `errors/${id}/occurrences`,
        {
          hours: '72',
          pageSize: '3',
          ...(cursor && { cursor }),
        },
      );
      seen.push(...page.items.map((occurrence) => occurrence.id));
      cursor = page.nextCursor;
    } while (cursor);
    const rows: { id: string }[] = await server.store.dataSource.query(
      `SELECT id FROM monitoring.error_log WHERE group_id = $1 ORDER BY timestamp DESC, id DESC`,
      [id],
    );
    expect(seen).toEqual(rows.map((row) => row.id));
  });
});
