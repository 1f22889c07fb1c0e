import { createTestStore, type TestStore } from '../src/testing/index.js';
import { BatchWriter } from '../src/writer/index.js';
import { activity, apiCall, batch, failure, request } from './batch.js';

let store: TestStore;
let writer: BatchWriter;
beforeAll(async () => {
  store = await createTestStore();
  writer = new BatchWriter({ url: store.url });
});
afterAll(async () => {
  await writer.close();
  await store.drop();
});
beforeEach(() =>
  sql(`TRUNCATE monitoring.system_metric, monitoring.error_log, monitoring.api_usage_metric,
    monitoring.user_activity, monitoring.error_group, monitoring.batch`),
);

const NONE = { metrics: 0, errors: 0, apiCalls: 0, activities: 0 };
const sql = (text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
  store.dataSource.query(text, parameters);
const count = async (table: string) =>
  Number((await sql(`SELECT count(*) FROM monitoring.${table}`))[0]?.['count']);
const groups = () =>
  sql(`SELECT status, regressed, severity, occurrences::int, first_seen, last_seen, endpoint, title
    FROM monitoring.error_group ORDER BY title`);

describe('a batch', () => {
  it('is stored with every column of every kind', async () => {
    const timestamp = Date.UTC(
      new Date().getUTCFullYear(),
      new Date().getUTCMonth(),
      new Date().getUTCDate(),
      1,
      2,
      3,
      456,
    );
    const shared = { timestamp, traceId: 't1' };
    const result = await writer.write(
      batch({
        metrics: [request({ ...shared, userId: 'ada' })],
        errors: [
          failure({ ...shared, userId: 'ada', userAgent: 'x', ipAddress: '::1', metadata: { a: [1] } }),
        ],
        apiCalls: [apiCall(shared)],
        activities: [activity({ timestamp, ipAddress: '::1', userAgent: 'x', module: 'm', feature: 'f' })],
      }),
    );
    expect(result).toEqual({
      stored: { metrics: 1, errors: 1, apiCalls: 1, activities: 1 },
      refused: NONE,
      replayed: false,
    });
    const when = new Date(timestamp);
    const source = { app: 'research-api', environment: 'production' };
    const instance = { ...source, release: '1.0.0', instance: 'one', trace_id: 't1', timestamp: when };
    const [group] = await sql('SELECT id FROM monitoring.error_group');
    expect(await sql('SELECT * FROM monitoring.system_metric')).toEqual([
      {
        ...instance,
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        metric_type: 'response_time',
        endpoint: '/papers/:id',
        method: 'GET',
        value: 12.5,
        status_code: 200,
        user_id: 'ada',
        metadata: { ipAddress: '127.0.0.1', userAgent: 'spec' },
      },
    ]);
    expect(await sql('SELECT * FROM monitoring.error_log')).toEqual([
      {
        ...instance,
        id: expect.any(String),
        group_id: group?.['id'],
        severity: 'high',
        error_type: 'NotFoundError',
        message: 'Paper 42 not found',
        stack_trace: failure().stackTrace,
        endpoint: '/papers/:id',
        method: 'GET',
        user_id: 'ada',
        user_agent: 'x',
        ip_address: '::1',
        resolved: false,
        metadata: { a: [1] },
      },
    ]);
    expect(await sql('SELECT * FROM monitoring.api_usage_metric')).toEqual([
      {
        ...instance,
        id: expect.any(String),
        api_name: 'crossref',
        endpoint: '/works',
        method: 'GET',
        response_time: 80,
        status_code: 200,
        success: true,
        query_params: { q: 'growth' },
        response_size: '2048',
      },
    ]);
    expect(await sql('SELECT * FROM monitoring.user_activity')).toEqual([
      {
        ...source,
        id: expect.any(String),
        timestamp: when,
        user_id: 'ada',
        user_label: 'Ada',
        activity_type: 'search',
        session_id: 's1',
        ip_address: '::1',
        user_agent: 'x',
        duration: 5,
        module: 'm',
        feature: 'f',
        success: true,
        details: {},
      },
    ]);
  });

  it('carries ids that sort by the time of the events, not by when they were stored', async () => {
    const now = Date.now();
    await writer.write(
      batch({ metrics: [5, 1, 4, 2, 3].map((ago) => request({ timestamp: now - ago, value: ago })) }),
    );
    const rows = await sql('SELECT value FROM monitoring.system_metric ORDER BY id');
    expect(rows.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1]);
  });

  it('is stored once, however often it is sent', async () => {
    const sent = batch({ metrics: [request(), request()], errors: [failure()] });
    const first = await writer.write(sent);
    const again = await Promise.all([writer.write(sent), writer.write(sent)]);
    expect(again).toEqual(Array(2).fill({ ...first, replayed: true }));
    expect(await count('system_metric')).toBe(2);
    expect(await groups()).toMatchObject([{ occurrences: 1 }]);
  });

  it('is stored once when two writers send it at the same time', async () => {
    const sent = batch({ metrics: [request()], errors: [failure()] });
    const results = await Promise.all(Array.from({ length: 4 }, () => writer.write(sent)));
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await count('system_metric')).toBe(1);
    expect(await groups()).toMatchObject([{ occurrences: 1 }]);
  });

  it('may be empty', async () => {
    expect(await writer.write(batch({}))).toEqual({ stored: NONE, refused: NONE, replayed: false });
  });
});

describe('hostile values', () => {
  it('are cleaned where PostgreSQL would refuse them', async () => {
    const dirty = 'a\0b\ud800c';
    const { stored } = await writer.write(
      batch(
        {
          metrics: [request({ endpoint: dirty, statusCode: 99_999_999_999, metadata: { [dirty]: dirty } })],
          errors: [failure({ message: dirty, stackTrace: dirty, severity: 'fatal' as never })],
          apiCalls: [apiCall({ responseSize: 2 ** 60, statusCode: Number.NaN })],
          activities: [activity({ userId: 7 as never, duration: Number.POSITIVE_INFINITY })],
        },
        { app: dirty },
      ),
    );
    expect(stored).toEqual({ metrics: 1, errors: 1, apiCalls: 1, activities: 1 });
    const clean = 'ab\ufffdc';
    expect(await sql('SELECT app, endpoint, status_code, metadata FROM monitoring.system_metric')).toEqual([
      { app: clean, endpoint: clean, status_code: null, metadata: { [clean]: clean } },
    ]);
    expect(await sql('SELECT message, stack_trace, severity FROM monitoring.error_log')).toEqual([
      { message: clean, stack_trace: clean, severity: 'medium' },
    ]);
    expect(await sql('SELECT response_size, status_code FROM monitoring.api_usage_metric')).toEqual([
      { response_size: null, status_code: null },
    ]);
    expect(await sql('SELECT user_id, duration FROM monitoring.user_activity')).toEqual([
      { user_id: '7', duration: null },
    ]);
  });

  it('are cut where they are huge', async () => {
    const huge = '\u{1f4a5}'.repeat(200_000);
    const nested = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    const { stored } = await writer.write(
      batch({
        metrics: [request({ endpoint: huge, userId: huge, metadata: { huge, nested } })],
        errors: [failure({ errorType: huge, message: huge, stackTrace: huge, endpoint: huge })],
      }),
    );
    expect(stored).toEqual({ ...NONE, metrics: 1, errors: 1 });
    const [sizes] = await sql(`SELECT length(message) AS message, pg_column_size(title) AS title
      FROM monitoring.error_log JOIN monitoring.error_group ON error_group.id = group_id`);
    expect(sizes?.['message']).toBe(32_768);
    expect(sizes?.['title']).toBeLessThan(2000);
  });

  it('are refused and counted where an event says nothing without them', async () => {
    const result = await writer.write(
      batch({
        metrics: [request({ value: Number.NaN }), request(), request({ timestamp: Number.NaN })],
        errors: [failure({ message: undefined as never }), failure()],
        apiCalls: [apiCall({ responseTime: Number.NEGATIVE_INFINITY })],
        activities: [activity({ activityType: null as never })],
      }),
    );
    expect(result.stored).toEqual({ ...NONE, metrics: 1, errors: 1 });
    expect(result.refused).toEqual({ metrics: 2, errors: 1, apiCalls: 1, activities: 1 });
  });

  it('that PostgreSQL alone can see are refused without the rows around them', async () => {
    await sql('ALTER TABLE monitoring.system_metric ADD CONSTRAINT poison CHECK (value <> 666)');
    await sql(`ALTER TABLE monitoring.error_log ADD CONSTRAINT poison CHECK (message <> 'poison')`);
    try {
      const sent = batch({
        metrics: Array.from({ length: 100 }, (_, index) =>
          request({ value: index % 33 === 7 ? 666 : index }),
        ),
        errors: [failure(), failure({ message: 'poison' }), failure({ message: 'Paper 7 not found' })],
      });
      const result = await writer.write(sent);
      expect(result).toEqual({
        stored: { ...NONE, metrics: 97, errors: 2 },
        refused: { ...NONE, metrics: 3, errors: 1 },
        replayed: false,
      });
      expect(await count('system_metric')).toBe(97);
      expect(await groups()).toMatchObject([{ title: 'Paper 42 not found', occurrences: 2 }]);
      expect(await writer.write(sent)).toEqual({ ...result, replayed: true });
    } finally {
      await sql('ALTER TABLE monitoring.system_metric DROP CONSTRAINT poison');
      await sql('ALTER TABLE monitoring.error_log DROP CONSTRAINT poison');
    }
  });
});

describe('error groups', () => {
  it('gather occurrences that differ in data alone, for each app and environment', async () => {
    const start = Date.now() - 60_000;
    await writer.write(
      batch({
        errors: [
          failure({ timestamp: start + 2, severity: 'low', endpoint: '/b' }),
          failure({
            timestamp: start + 3,
            message: 'Paper 43 not found',
            severity: 'critical',
            endpoint: '/c',
          }),
          failure({ timestamp: start + 1, severity: 'medium', endpoint: '/a' }),
        ],
      }),
    );
    await writer.write(
      batch({ errors: [failure({ timestamp: start, endpoint: '/late', severity: 'low' })] }),
    );
    await writer.write(batch({ errors: [failure()] }, { environment: 'staging' }));
    const [production, staging] = await sql('SELECT * FROM monitoring.error_group ORDER BY environment');
    expect(production).toMatchObject({
      occurrences: '4',
      severity: 'critical',
      status: 'unresolved',
      regressed: false,
      endpoint: '/c',
      first_seen: new Date(start),
      last_seen: new Date(start + 3),
      normalized_message: 'Paper <number> not found',
      frames: ['find (app/src/papers.js)'],
    });
    expect(staging).toMatchObject({ occurrences: '1', fingerprint: production?.['fingerprint'] });
  });

  it('reopen when they recur after they were resolved', async () => {
    await writer.write(batch({ errors: [failure()] }));
    await sql(`UPDATE monitoring.error_group SET status = 'resolved'`);
    await writer.write(batch({ errors: [failure()] }));
    expect(await groups()).toMatchObject([{ status: 'unresolved', regressed: true, occurrences: 2 }]);
  });

  it('stay resolved when what arrives is older than what they have seen', async () => {
    const now = Date.now();
    await writer.write(batch({ errors: [failure({ timestamp: now })] }));
    await sql(`UPDATE monitoring.error_group SET status = 'resolved'`);
    await writer.write(batch({ errors: [failure({ timestamp: now - 1000 })] }));
    expect(await groups()).toMatchObject([{ status: 'resolved', regressed: false, occurrences: 2 }]);
  });

  it('stay ignored when they recur', async () => {
    await writer.write(batch({ errors: [failure()] }));
    await sql(`UPDATE monitoring.error_group SET status = 'ignored'`);
    await writer.write(batch({ errors: [failure()] }));
    expect(await groups()).toMatchObject([{ status: 'ignored', regressed: false, occurrences: 2 }]);
  });

  it('count exactly while several writers meet in them, in any order', async () => {
    const writers = Array.from({ length: 4 }, () => new BatchWriter({ url: store.url }));
    const types = Array.from({ length: 30 }, (_, index) => `Type${index}`);
    const errors = types.map((errorType) => failure({ errorType }));
    const sends = writers.flatMap((each, index) =>
      Array.from({ length: 10 }, () =>
        each.write(batch({ errors: index % 2 ? errors.toReversed() : errors })),
      ),
    );
    await Promise.all(sends);
    await Promise.all(writers.map((each) => each.close()));
    const stored = await sql('SELECT occurrences::int FROM monitoring.error_group');
    expect(stored).toEqual(Array(30).fill({ occurrences: 40 }));
    expect(await count('error_log')).toBe(1200);
  });
});

describe('a day without partitions', () => {
  const day = 86_400_000;

  it('gets them when its first event arrives', async () => {
    const timestamp = Date.now() - 40 * day;
    const result = await writer.write(batch({ metrics: [request({ timestamp }), request()] }));
    expect(result).toMatchObject({ stored: { metrics: 2 }, refused: NONE });
    expect(await sql('SELECT timestamp FROM monitoring.system_metric ORDER BY timestamp LIMIT 1')).toEqual([
      { timestamp: new Date(timestamp) },
    ]);
  });

  it('gets them once when several writers need them at the same time', async () => {
    const sends = Array.from({ length: 6 }, () => {
      const metrics = [request({ timestamp: Date.now() - 50 * day })];
      return new BatchWriter({ url: store.url, poolSize: 1 }).write(batch({ metrics }));
    });
    const results = await Promise.all(sends);
    expect(results.map(({ stored }) => stored.metrics)).toEqual(Array(6).fill(1));
  });

  it.each([
    ['long ago', -401],
    ['far ahead', 5],
    ['in 1970', -18_000],
  ])('is refused %s, without the rows around it', async (_, days) => {
    const far = Date.now() + days * day;
    const before = await sql(`SELECT relname FROM pg_class WHERE relname LIKE 'system_metric_2%'`);
    const result = await writer.write(
      batch({
        metrics: [request({ timestamp: Math.max(0, far) }), request()],
        errors: [failure({ timestamp: far })],
      }),
    );
    expect(result.stored).toEqual({ ...NONE, metrics: 1 });
    expect(result.refused.metrics).toBe(1);
    expect(result.refused.errors).toBe(1);
    expect(await sql(`SELECT relname FROM pg_class WHERE relname LIKE 'system_metric_2%'`)).toHaveLength(
      before.length,
    );
  });
});
