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

describe('hostile values', () => {
  it('are cleaned where PostgreSQL would refuse them', async () => {
    const dirty = 'a\0b\ud800c';
    const { stored } = await store.writer.write(
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
    expect(
      await store.sql('SELECT app, endpoint, status_code, metadata FROM monitoring.system_metric'),
    ).toEqual([{ app: clean, endpoint: clean, status_code: null, metadata: { [clean]: clean } }]);
    expect(await store.sql('SELECT message, stack_trace, severity FROM monitoring.error_log')).toEqual([
      { message: clean, stack_trace: clean, severity: 'medium' },
    ]);
    expect(await store.sql('SELECT response_size, status_code FROM monitoring.api_usage_metric')).toEqual([
      { response_size: null, status_code: null },
    ]);
    expect(await store.sql('SELECT user_id, duration FROM monitoring.user_activity')).toEqual([
      { user_id: '7', duration: null },
    ]);
  });

  it('are cut where they are huge', async () => {
    const huge = '\u{1f4a5}'.repeat(200_000);
    const nested = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    const { stored } = await store.writer.write(
      batch({
        metrics: [request({ endpoint: huge, userId: huge, metadata: { huge, nested } })],
        errors: [failure({ errorType: huge, message: huge, stackTrace: huge, endpoint: huge })],
      }),
    );
    expect(stored).toEqual({ ...NONE, metrics: 1, errors: 1 });
    const [sizes] = await store.sql(`SELECT length(message) AS message, pg_column_size(title) AS title
      FROM monitoring.error_log JOIN monitoring.error_group ON error_group.id = group_id`);
    expect(sizes?.['message']).toBe(32_768);
    expect(sizes?.['title']).toBeLessThan(2000);
  });

  it('are refused and counted where an event says nothing without them', async () => {
    const result = await store.writer.write(
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

  it('are refused and counted where an event cannot be read', async () => {
    const trap = Object.defineProperty(request(), 'endpoint', {
      get: () => {
        throw new Error('trap');
      },
    });
    const result = await store.writer.write(
      batch({ metrics: [request(), null as never, trap], errors: [null as never, failure()] }),
    );
    expect(result.stored).toEqual({ ...NONE, metrics: 1, errors: 1 });
    expect(result.refused).toEqual({ ...NONE, metrics: 2, errors: 1 });
  });

  it('are counted alike when the batch is sent again', async () => {
    const sent = batch({ metrics: [request({ value: Number.NaN }), request()] });
    const first = await store.writer.write(sent);
    expect(await store.writer.write(sent)).toEqual({ ...first, refusals: [], replayed: true });
  });

  it('are no times below zero and no status codes that HTTP does not have', async () => {
    const { stored, refused } = await store.writer.write(
      batch({
        metrics: [
          request({ value: -20 }),
          request({ value: -20, metricType: 'temperature' }),
          request({ statusCode: 99_999 }),
        ],
        apiCalls: [apiCall({ responseTime: -1 }), apiCall({ statusCode: -5, responseSize: -1 })],
        activities: [activity({ duration: -1 })],
      }),
    );
    expect(stored).toEqual({ ...NONE, metrics: 2, apiCalls: 1, activities: 1 });
    expect(refused).toEqual({ ...NONE, metrics: 1, apiCalls: 1 });
    expect(
      await store.sql('SELECT metric_type, value, status_code FROM monitoring.system_metric ORDER BY value'),
    ).toEqual([
      { metric_type: 'temperature', value: -20, status_code: 200 },
      { metric_type: 'response_time', value: 12.5, status_code: null },
    ]);
    expect(await store.sql('SELECT status_code, response_size FROM monitoring.api_usage_metric')).toEqual([
      { status_code: null, response_size: null },
    ]);
    expect(await store.sql('SELECT duration FROM monitoring.user_activity')).toEqual([{ duration: null }]);
  });

  it('that PostgreSQL alone can see are refused without the rows around them', async () => {
    await store.sql('ALTER TABLE monitoring.system_metric ADD CONSTRAINT poison CHECK (value <> 666)');
    await store.sql(`ALTER TABLE monitoring.error_log ADD CONSTRAINT poison CHECK (message <> 'poison')`);
    try {
      const sent = batch({
        metrics: Array.from({ length: 100 }, (_, index) =>
          request({ value: index % 33 === 7 ? 666 : index }),
        ),
        errors: [failure(), failure({ message: 'poison' }), failure({ message: 'Paper 7 not found' })],
      });
      const result = await store.writer.write(sent);
      expect(result).toEqual({
        stored: { ...NONE, metrics: 97, errors: 2 },
        refused: { ...NONE, metrics: 3, errors: 1 },
        refusals: [
          expect.objectContaining({ kind: 'errors', count: 1 }),
          expect.objectContaining({ kind: 'metrics', count: 3 }),
        ],
        replayed: false,
      });
      expect(await store.count('system_metric')).toBe(97);
      expect(await groups()).toMatchObject([{ title: 'Paper 42 not found', occurrences: 2 }]);
      expect(await store.writer.write(sent)).toEqual({ ...result, refusals: [], replayed: true });
    } finally {
      await store.sql('ALTER TABLE monitoring.system_metric DROP CONSTRAINT poison');
      await store.sql('ALTER TABLE monitoring.error_log DROP CONSTRAINT poison');
    }
  });
});
