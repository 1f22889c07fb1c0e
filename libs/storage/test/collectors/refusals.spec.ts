import { collectorsSchema, type CollectorsQuery } from '@scitex/monitoring-contracts';
import { readCollectors } from '../../src/index.js';
import { activity, apiCall, batch, request, SOURCE } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const unusable = (changes: Parameters<typeof request>[0] = {}) => request({ value: Number.NaN, ...changes });
const refuse = (source: Partial<typeof SOURCE> = {}) =>
  store.writer.write(batch({ metrics: [unusable()] }, source));
const read = async (query: Partial<CollectorsQuery> = {}) => {
  const answer = await readCollectors(store.db, { hours: 24, ...query });
  return collectorsSchema.strict().parse(answer).refusals;
};
/** As if all that was refused had been refused earlier. */
const age = (interval: string) =>
  store.sql(`UPDATE monitoring.quarantine
    SET first_seen = first_seen - interval '${interval}', last_seen = last_seen - interval '${interval}'`);

it('tells what was refused by reason, the newest first, with the last example', async () => {
  await store.writer.write(batch({ metrics: [unusable(), unusable({ weight: 6 })] }));
  await age('3 hours');
  await store.writer.write(batch({ apiCalls: [apiCall({ apiName: null as never })] }));
  await age('1 hour');
  await store.writer.write(batch({ metrics: [request(), unusable({ endpoint: '/last' })] }));
  const [metrics, calls, ...others] = await read();
  expect(others).toEqual([]);
  expect(metrics).toEqual({
    ...{ app: 'research-api', environment: 'production', kind: 'metrics', count: 8 },
    reason: 'value: missing, or nothing that the column holds',
    ...{ firstSeen: expect.any(String), lastSeen: expect.any(String), example: expect.any(String) },
  });
  expect(JSON.parse(metrics?.example ?? '')).toMatchObject({ endpoint: '/last', value: null });
  expect(Date.parse(metrics?.lastSeen ?? '') - Date.parse(metrics?.firstSeen ?? '')).toBeGreaterThanOrEqual(
    4 * 3_600_000,
  );
  expect(calls).toMatchObject({ kind: 'apiCalls', count: 1, reason: expect.stringContaining('api_name') });
});

it('says nothing where nothing was refused', async () => {
  await store.writer.write(batch({ metrics: [request()] }));
  expect(await read()).toEqual([]);
});

it('narrows to an app, an environment and the hours asked for', async () => {
  await refuse({ app: "o'hara" });
  await refuse({ environment: 'staging' });
  const named = async (query: Partial<CollectorsQuery>) =>
    (await read(query)).map(({ app, environment }) => [app, environment]);
  expect(await named({ app: "o'\0hara" })).toEqual([["o'hara", 'production']]);
  expect(await named({ environment: 'staging' })).toEqual([['research-api', 'staging']]);
  expect(await named({ app: "o'hara", environment: 'staging' })).toEqual([]);
  await age('2 hours');
  expect(await named({ hours: 1 })).toEqual([]);
  expect(await named({ hours: 3 })).toHaveLength(2);
});

it('lists the fifty that came last', async () => {
  for (let number = 0; number < 51; number++) {
    await refuse({ app: `app-${number}` });
    await age('1 minute');
  }
  const apps = (await read()).map(({ app }) => app);
  expect([apps.length, apps[0], apps.at(-1)]).toEqual([50, 'app-50', 'app-1']);
});

it('hands a hostile example on as text, and marks where a long one is cut', async () => {
  const hostile = '</script><img src=x onerror=alert(1)>\u202e\u001b[31m"\\\u{1f600}';
  await store.writer.write(
    batch({ activities: [activity({ activityType: null as never, userLabel: hostile })] }),
  );
  const [kept] = await read();
  expect(JSON.parse(kept?.example ?? '')).toMatchObject({ userLabel: hostile });

  const details = Object.fromEntries(Array.from({ length: 9 }, (_, key) => [key, '\u{1f600}'.repeat(1000)]));
  await store.writer.write(batch({ activities: [activity({ activityType: null as never, details })] }));
  const [cut] = await read();
  expect([...(cut?.example ?? '')]).toHaveLength(4001);
  expect(cut?.example).toMatch(/\u{1f600}…$/u);
});
