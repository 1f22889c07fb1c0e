import { activity, apiCall, batch, failure, request } from '../batch.js';
import { NONE, openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const groups = () =>
  store.sql(`SELECT status, regressed, severity, occurrences::int, endpoint, title
    FROM monitoring.error_group ORDER BY title`);

describe('a batch', () => {
  it('is stored with every column of every kind', async () => {
    const timestamp = Date.now();
    const shared = { timestamp, traceId: 't1' };
    const rateLimit = { limit: 60, remaining: 59, resetAt: '2026-11-27T12:00:00.000Z' };
    const result = await store.writer.write(
      batch({
        metrics: [request({ ...shared, userId: 'ada' })],
        errors: [
          failure({ ...shared, userId: 'ada', userAgent: 'x', ipAddress: '::1', metadata: { a: [1] } }),
        ],
        apiCalls: [
          apiCall({ ...shared, success: false, failure: 'connection-reset: ECONNRESET', rateLimit }),
        ],
        activities: [activity({ timestamp, ipAddress: '::1', userAgent: 'x', module: 'm', feature: 'f' })],
      }),
    );
    expect(result).toEqual({
      stored: { metrics: 1, errors: 1, apiCalls: 1, activities: 1 },
      refused: NONE,
      refusals: [],
      replayed: false,
    });
    const when = new Date(timestamp);
    const source = { app: 'research-api', environment: 'production', weight: 1 };
    const instance = { ...source, release: '1.0.0', instance: 'one', trace_id: 't1', timestamp: when };
    const [group] = await store.sql('SELECT id FROM monitoring.error_group');
    expect(await store.sql('SELECT * FROM monitoring.system_metric')).toEqual([
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
    expect(await store.sql('SELECT * FROM monitoring.error_log')).toEqual([
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
    expect(await store.sql('SELECT * FROM monitoring.api_usage_metric')).toEqual([
      {
        ...instance,
        id: expect.any(String),
        api_name: 'crossref',
        endpoint: '/works',
        method: 'GET',
        response_time: 80,
        status_code: 200,
        success: false,
        failure: 'connection-reset: ECONNRESET',
        query_params: { q: 'growth' },
        response_size: '2048',
        rate_limit: rateLimit,
      },
    ]);
    expect(await store.sql('SELECT * FROM monitoring.user_activity')).toEqual([
      {
        ...source,
        id: expect.any(String),
        timestamp: when,
        user_id: 'ada',
        user_label: 'Ada',
        activity_type: 'search',
        release: '1.0.0',
        endpoint: '/papers/search',
        method: 'GET',
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
    await store.writer.write(
      batch({ metrics: [5, 1, 4, 2, 3].map((ago) => request({ timestamp: now - ago, value: ago })) }),
    );
    const rows = await store.sql('SELECT value FROM monitoring.system_metric ORDER BY id');
    expect(rows.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1]);
  });

  it('is stored once, however often it is sent', async () => {
    const sent = batch({ metrics: [request(), request()], errors: [failure()] });
    const first = await store.writer.write(sent);
    const again = await Promise.all([store.writer.write(sent), store.writer.write(sent)]);
    expect(again).toEqual(Array(2).fill({ ...first, replayed: true }));
    expect(await store.count('system_metric')).toBe(2);
    expect(await groups()).toMatchObject([{ occurrences: 1 }]);
  });

  it('is stored once when two writers send it at the same time', async () => {
    const sent = batch({ metrics: [request()], errors: [failure()] });
    const results = await Promise.all(Array.from({ length: 4 }, () => store.writer.write(sent)));
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await store.count('system_metric')).toBe(1);
    expect(await groups()).toMatchObject([{ occurrences: 1 }]);
  });

  it('may be empty', async () => {
    expect(await store.writer.write(batch({}))).toEqual({
      stored: NONE,
      refused: NONE,
      refusals: [],
      replayed: false,
    });
  });
});
