import { randomUUID } from 'node:crypto';
import { BatchWriter, migrate } from '../../src/index.js';
import { CreateDeploys1795400000012 } from '../../src/migrations/1795400000012-create-deploys.js';
import { createTestStore, type TestStore } from '../../src/testing/index.js';
import { activity, apiCall, batch, failure, request } from '../batch.js';

const DAY = 86_400_000;
const NOW = Date.now();

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
});
afterEach(() => store.drop());

/** Makes the deploys as if the store had been filled before there were any. */
async function migrateAgain(): Promise<Record<string, unknown>[]> {
  const first = store.dataSource.migrations.findIndex(
    ({ constructor }) => constructor === CreateDeploys1795400000012,
  );
  for (let left = store.dataSource.migrations.length; left > first; left--)
    await store.dataSource.undoLastMigration();
  await migrate(store.dataSource);
  return store.dataSource.query('SELECT * FROM monitoring.deploy ORDER BY timestamp');
}

it('finds when the releases of a store were first seen, as a writer would have', async () => {
  const writer = new BatchWriter({ url: store.url });
  const timestamps = [4, 3, 2, 1].map((days) => NOW - days * DAY);
  const [errors, activities, apiCalls, metrics] = timestamps;
  const at = (timestamp = NOW) => ({ timestamp });
  await writer.write(batch({ metrics: [request()], errors: [failure(at(errors))] }, { release: 'e' }));
  await writer.write(
    batch({ metrics: [request()], activities: [activity(at(activities))] }, { release: 'a' }),
  );
  await writer.write(batch({ metrics: [request()], apiCalls: [apiCall(at(apiCalls))] }, { release: 'c' }));
  await writer.write(batch({ metrics: [request(), request(at(metrics))] }, { release: 'm' }));
  await writer.write(batch({ metrics: [request()] }, { release: null }));
  await writer.write(batch({ metrics: [request()] }, { release: ' \t' }));
  await writer.close();
  const written = await store.dataSource.query<object[]>(
    'SELECT * FROM monitoring.deploy ORDER BY timestamp',
  );
  const filled = await migrateAgain();
  const id = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string;
  expect(filled).toEqual(written.map((row) => ({ ...row, id })));
  expect(filled.map(({ release }) => release)).toEqual(['e', 'a', 'c', 'm']);
  expect(String(filled[0]?.['id']).replace('-', '').slice(0, 12)).toBe(
    errors?.toString(16).padStart(12, '0'),
  );
});

it('takes no more than a hundred of a day', async () => {
  const writer = new BatchWriter({ url: store.url });
  for (let number = 0; number < 103; number++)
    await writer.write(batch({ metrics: [request()] }, { release: randomUUID() }));
  await writer.close();
  expect(await migrateAgain()).toHaveLength(100);
});
