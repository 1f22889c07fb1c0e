import { BatchWriter } from '../../src/writer/index.js';
import { apiCall, batch, failure, request } from '../batch.js';
import { randomNumbers } from '../queries/reference.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { DAY, expectTrueRollups } from './expect-true.js';
import { randomBatch } from './random-batch.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const bucketsOf = (table: string) =>
  store.sql(`SELECT start, count::int, satisfied::int, tolerating::int, sum, min, max, endpoint, failed::int
    FROM monitoring.${table} JOIN monitoring.request_series ON id = series_id ORDER BY start, endpoint`);

describe('rollups', () => {
  it('hold what the requests of five minutes, an hour and a day amount to', async () => {
    const midnight = Math.floor(Date.now() / DAY) * DAY - DAY;
    const at = (minutes: number, value: number, weight = 1) =>
      request({ timestamp: midnight + minutes * 60_000, value, weight });
    await store.writer.write(
      batch({ metrics: [at(0, 4), at(0.99, 600, 3), at(1, 2001), at(59, 8), at(60, 1), at(1439.9, 5)] }),
    );
    const bucket = { satisfied: 1, tolerating: 0, endpoint: '/papers/:id', failed: 0 };
    const from = (minutes: number, value: number, others: object = {}) => ({
      ...bucket,
      ...{ start: new Date(midnight + minutes * 60_000), count: 1, sum: value, min: value, max: value },
      ...others,
    });
    expect(await bucketsOf('request_five_minutes')).toEqual([
      from(0, 4, { count: 5, tolerating: 3, sum: 3805, max: 2001 }),
      from(55, 8),
      from(60, 1),
      from(1435, 5),
    ]);
    expect(await bucketsOf('request_hour')).toEqual([
      from(0, 4, { count: 6, satisfied: 2, tolerating: 3, sum: 3813, max: 2001 }),
      from(60, 1),
      from(23 * 60, 5),
    ]);
    expect(await bucketsOf('request_day')).toEqual([
      from(0, 1, { count: 8, satisfied: 4, tolerating: 3, sum: 3819, max: 2001 }),
    ]);
    await expectTrueRollups(store);
  });

  it('count requests alone, and calls by their success', async () => {
    await store.writer.write(
      batch({
        metrics: [request({ metricType: 'heap' }), request({ statusCode: 500 }), request({ value: NaN })],
        apiCalls: [apiCall({ success: false }), apiCall(), apiCall()],
      }),
    );
    expect(await bucketsOf('request_day')).toMatchObject([{ count: 1, failed: 1 }]);
    expect(await store.sql(`SELECT statuses FROM monitoring.request_total_day`)).toEqual([
      { statuses: [String(500 * 2 ** 41 + 1)] },
    ]);
    expect(await store.sql(`SELECT count::int, failed::int FROM monitoring.api_call_hour`)).toEqual([
      { count: 3, failed: 1 },
    ]);
    await expectTrueRollups(store);
  });

  it.each([1, 2, 3])(
    'are true after a random history of several writers, replays and late rows (%i)',
    async (seed) => {
      const random = randomNumbers(seed);
      const writers = Array.from({ length: 3 }, () => new BatchWriter({ url: store.url }));
      const batches = Array.from({ length: 40 }, () => randomBatch(random));
      await Promise.all(
        writers.map(async (writer, index) => {
          // Each begins elsewhere, and all send every batch: most meet a claim of another that is not committed yet.
          const order = [...batches.slice(index * 13), ...batches.slice(0, index * 13)];
          for (const each of order) await writer.write(each);
        }),
      );
      await Promise.all(writers.map((writer) => writer.close()));
      expect(await store.count('batch')).toBe(40);
      expect(await expectTrueRollups(store)).toBeGreaterThan(500);
    },
  );

  it('count exactly, without a deadlock, while several writers meet in the same buckets in any order', async () => {
    const writers = Array.from({ length: 4 }, () => new BatchWriter({ url: store.url }));
    const metrics = Array.from({ length: 30 }, (_, index) => request({ endpoint: `/${index}` }));
    const apiCalls = metrics.map(({ endpoint }) => apiCall({ apiName: `${endpoint}` }));
    const sent = writers.flatMap((writer, index) =>
      Array.from({ length: 10 }, () =>
        writer.write(
          batch({
            metrics: index % 2 ? metrics.toReversed() : metrics,
            apiCalls: index % 2 ? apiCalls : apiCalls.toReversed(),
          }),
        ),
      ),
    );
    await Promise.all(sent);
    await Promise.all(writers.map((writer) => writer.close()));
    expect((await store.sql('SELECT sum(count)::int FROM monitoring.request_day'))[0]).toEqual({ sum: 1200 });
    await expectTrueRollups(store);
  });

  it('leave out the rows that PostgreSQL refuses', async () => {
    await store.sql('ALTER TABLE monitoring.system_metric ADD CONSTRAINT poison CHECK (value <> 666)');
    try {
      const metrics = Array.from({ length: 50 }, (_, index) => request({ value: index % 9 ? index : 666 }));
      const lost = request({ timestamp: Date.now() - 500 * DAY });
      await store.writer.write(
        batch({ metrics: [...metrics, lost], apiCalls: [apiCall()], errors: [failure()] }),
      );
      expect((await store.sql('SELECT sum(count)::int FROM monitoring.request_five_minutes'))[0]).toEqual({
        sum: 44,
      });
      await expectTrueRollups(store);
    } finally {
      await store.sql('ALTER TABLE monitoring.system_metric DROP CONSTRAINT poison');
    }
  });

  it('take a late row into the bucket of its own time, where a day has no partition yet too', async () => {
    const timestamp = Date.now() - 20 * DAY;
    await store.writer.write(batch({ metrics: [request()] }));
    await store.writer.write(
      batch({ metrics: [request({ timestamp })], apiCalls: [apiCall({ timestamp })] }),
    );
    expect(await bucketsOf('request_day')).toMatchObject([
      { start: new Date(Math.floor(timestamp / DAY) * DAY), count: 1 },
      { count: 1 },
    ]);
    await expectTrueRollups(store);
  });

  it('do not depend on the time zone and the date style of the database', async () => {
    const [row] = await store.sql('SELECT current_database() AS name');
    await store.sql(`ALTER DATABASE ${String(row?.['name'])} SET timezone = 'Asia/Kathmandu'`);
    await store.sql(`ALTER DATABASE ${String(row?.['name'])} SET datestyle = 'SQL, DMY'`);
    const writer = new BatchWriter({ url: store.url });
    const timestamp = Date.UTC(2026, 2, 29, 1, 30);
    const recent = Math.floor(Date.now() / DAY) * DAY - 1;
    await writer.write(batch({ metrics: [recent, recent + 1].map((time) => request({ timestamp: time })) }));
    await writer.write(batch({ metrics: [request({ timestamp })] }));
    await writer.close();
    await store.sql(`ALTER DATABASE ${String(row?.['name'])} RESET ALL`);
    await expectTrueRollups(store);
  });
});
