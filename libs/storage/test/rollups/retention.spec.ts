import { maintainPartitions } from '../../src/partitions/index.js';
import { apiCall, batch, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { DAY, expectTrueRollups } from './expect-true.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const maintain = () => maintainPartitions(store.db, { retentionDays: 30 });
const write = (...daysAgo: number[]) => {
  const times = daysAgo.map((days) => Date.now() - days * DAY);
  return store.writer.write(
    batch({
      metrics: times.map((timestamp, index) => request({ timestamp, endpoint: `/${daysAgo[index]}` })),
      apiCalls: times.map((timestamp) => apiCall({ timestamp })),
    }),
  );
};
const days = async () =>
  (
    await store.sql(`SELECT endpoint FROM monitoring.request_day JOIN monitoring.request_series ON id = series_id
    ORDER BY start`)
  ).map(({ endpoint }) => endpoint);

describe('the retention of rollups', () => {
  it('lets them go with their raw rows, and keeps the others', async () => {
    await write(40, 31, 30, 0);
    await maintain();
    expect(await days()).toEqual(['/30', '/0']);
    expect(await store.count('api_call_hour')).toBe(2);
    expect(await store.count('request_series')).toBe(2);
    await expectTrueRollups(store);
  });

  it('makes up for raw rows that went without them', async () => {
    await write(45, 0);
    const day = new Date(Date.now() - 45 * DAY).toISOString().slice(0, 10).replaceAll('-', '');
    await store.sql(`DROP TABLE monitoring.system_metric_${day}, monitoring.api_usage_metric_${day}`);
    await maintain();
    await expectTrueRollups(store);
  });

  it('keeps those of late rows that were stored since their day was dropped', async () => {
    await write(60);
    await maintain();
    await write(60, 0);
    expect(await days()).toEqual(['/60', '/0']);
    await expectTrueRollups(store);
    await maintain();
    expect(await days()).toEqual(['/0']);
    await expectTrueRollups(store);
  });

  it('holds nobody up who writes meanwhile, and loses nothing', async () => {
    await write(50, 40, 0);
    await Promise.all([maintain(), write(0, 1), write(0, 35), write(0)]);
    await maintain();
    expect(await days()).toEqual(['/1', '/0']);
    await expectTrueRollups(store);
  });
});
