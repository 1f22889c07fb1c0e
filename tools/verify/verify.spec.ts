import { randomUUID } from 'node:crypto';
import { BatchWriter } from '@scitex/monitoring-storage/writer';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { requestsBatch } from '../bench/writer/rows.ts';
import { report } from './report.ts';
import { differs } from './sum-up.ts';
import { verify } from './verify.ts';

const stop = new AbortController().signal;
const DAY = 86_400_000;

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
  const writer = new BatchWriter({ url: store.url });
  const batches = [0, 1, 3].map((days) => requestsBatch(500, Date.now() - days * DAY - 500));
  for (const batch of batches) await writer.write({ ...batch, id: randomUUID() });
  await writer.close();
});
afterEach(() => store.drop());

const check = (changes: object = {}) =>
  verify(store.url, { from: -Infinity, to: Infinity, mend: false, ...changes }, stop);

describe('npm run verify', () => {
  it('finds no difference in what the writer has stored', async () => {
    const deviations = await check();
    expect(deviations.map(({ kind, unit }) => `${kind} ${unit}`)).toEqual([
      'request five_minutes',
      'request hour',
      'request day',
      'request_total minute',
      'request_total quarter',
      'request_total hour',
      'request_total day',
      'api_call five_minutes',
      'api_call hour',
      'api_call day',
      'api_total minute',
      'api_total quarter',
      'api_total hour',
      'api_total day',
      'activity minute',
      'activity quarter',
      'activity hour',
      'activity day',
      'error five_minutes',
      'error hour',
      'error day',
      'active_user minute',
      'active_user quarter',
      'active_user hour',
      'active_user day',
      'active_session minute',
      'active_session hour',
      'active_session day',
    ]);
    expect(deviations.some(differs)).toBe(false);
    expect(report(deviations)).toMatch(/requests by day +\d+( +0){12}\n/);
  });

  it.each([
    [
      'a raw row that is gone',
      `DELETE FROM monitoring.system_metric WHERE timestamp < now() - interval '2 days'`,
    ],
    ['a raw row that was edited', `UPDATE monitoring.system_metric SET value = value + 1`],
    ['a bucket that is gone', `DELETE FROM monitoring.request_hour WHERE start < now() - interval '2 days'`],
    ['a sum that is off', `UPDATE monitoring.request_day SET sum = sum + 0.01`],
    ['a maximum that is off', `UPDATE monitoring.request_hour SET max = max + 1`],
    ['a histogram that is off', `UPDATE monitoring.request_day SET histogram[1] = histogram[1] + 1`],
    ['a name that is gone', `DELETE FROM monitoring.request_series`],
  ])('finds %s, and mends it when it is asked to', async (_, change) => {
    await store.dataSource.query(change);
    expect((await check()).some(differs)).toBe(true);
    await check({ mend: true });
    expect((await check()).some(differs)).toBe(false);
  });

  it('looks at the window that it is asked for alone', async () => {
    await store.dataSource.query(
      `DELETE FROM monitoring.request_day WHERE start < now() - interval '2 days'`,
    );
    expect((await check({ from: Date.now() - 1.5 * DAY })).some(differs)).toBe(false);
    expect((await check({ to: Date.now() - 2 * DAY })).some(differs)).toBe(true);
  });

  it('mends a whole day, of which it was asked for a part', async () => {
    await store.dataSource.query('UPDATE monitoring.request_hour SET count = count + 1');
    await store.dataSource.query('DELETE FROM monitoring.request_day');
    const noon = Math.floor(Date.now() / DAY) * DAY - DAY / 2;
    await check({ from: noon, to: noon + 1, mend: true });
    expect((await check({ from: noon - DAY / 2, to: noon + DAY / 2 })).some(differs)).toBe(false);
  });

  it('has nothing to say of an empty store', async () => {
    await store.dataSource.query('DELETE FROM monitoring.system_metric');
    await check({ mend: true });
    expect(await check()).toEqual([]);
    expect(report([])).toBe('The store has neither raw rows nor rollups in this window.');
  });
});
