import { jest } from '@jest/globals';
import { recomputeRollups } from '../../src/rollups/index.js';
import { MOST_NAMES } from '../../src/rollups/name-limit.js';
import { activity, apiCall, batch, failure, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { ever, expectTrueRollups } from './expect-true.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
  // Neither the hour of the limit nor the day of the buckets ends in between.
  jest.spyOn(Date, 'now').mockReturnValue(Date.now());
});
afterAll(async () => {
  jest.restoreAllMocks();
  await store.close();
});

const countOf = async (kind: string) =>
  (await store.sql(`SELECT sum(count)::int AS sum, count(*)::int AS series FROM monitoring.${kind}_day`))[0];
const sumOf = async (table: string, condition: string) =>
  (
    await store.sql(`SELECT sum(count)::int AS sum, count(*)::int AS series, sum(sum) AS value
      FROM monitoring.${table}_day JOIN monitoring.${table}_series ON id = series_id WHERE ${condition}`)
  )[0];

describe('an app that invents a name for each event', () => {
  const PER_BATCH = 700;
  const ROUNDS = 4;

  it('is counted whole, and makes no more series than the limit', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const urls = Array.from({ length: PER_BATCH }, (_, index) => `/${round}/${index}`);
      const outcome = (index: number) => ({ statusCode: index % 2 ? 200 : 503 });
      await store.writer.write(
        batch({
          metrics: urls.map((endpoint, index) => request({ endpoint, ...outcome(index) })),
          apiCalls: urls.map((apiName, index) =>
            apiCall({ apiName, ...outcome(index), success: index % 2 > 0 }),
          ),
          activities: urls.map((activityType) => activity({ activityType })),
          errors: urls.map((errorType) => failure({ errorType, message: 'alike', stackTrace: null })),
        }),
      );
    }
    const all = ROUNDS * PER_BATCH;
    const day = { sum: all, series: MOST_NAMES + 1 };
    expect(await sumOf('request', 'true')).toMatchObject({ ...day, value: all * request().value });
    expect(await sumOf('api_call', 'true')).toMatchObject({ ...day, value: all * apiCall().responseTime });
    for (const kind of ['activity', 'error']) expect(await countOf(kind)).toEqual(day);
    expect(await sumOf('request', `endpoint = '(other)'`)).toMatchObject({ sum: all - MOST_NAMES });
    await expectTrueRollups(store);
  });

  it('makes no more series when they are recomputed', async () => {
    await store.db.transaction((db) => recomputeRollups(db, ever()));
    const day = { sum: ROUNDS * PER_BATCH, series: MOST_NAMES + 1 };
    expect(await sumOf('request', 'true')).toMatchObject(day);
    expect(await sumOf('api_call', 'true')).toMatchObject(day);
    for (const kind of ['activity', 'error']) expect(await countOf(kind)).toEqual(day);
    await expectTrueRollups(store);
  });

  it('does not hide that a count is off', async () => {
    await store.sql(`UPDATE monitoring.request_day SET count = count + 1
      WHERE series_id IN (SELECT id FROM monitoring.request_series WHERE endpoint = '(other)')`);
    await expect(expectTrueRollups(store)).rejects.toThrow('"count": 1');
  });
});
