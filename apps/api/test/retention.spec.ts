import { randomUUID } from 'node:crypto';
import { BatchWriter, RefreshToken, StaffAccount } from '@scitex/monitoring-storage';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { openStore } from '../src/database/open-store.js';
import { readSettings } from '../src/settings/settings.js';
import { createApp } from '../src/start/create-app.js';
import { randomBatch, SOURCES } from './support/random-batch.js';

const DAY = 86_400_000;

let store: TestStore;
beforeAll(async () => (store = await createTestStore()));
afterAll(() => store.drop());

/** Starts a server on the store; it has done its first round when it is closed. */
async function startOnce(retentionDays: string): Promise<void> {
  const settings = readSettings({
    DATABASE_URL: store.url,
    JWT_SECRET: 'a secret that only the tests know',
    RETENTION_DAYS: retentionDays,
  });
  const app = await createApp(settings, await openStore(store.url));
  app.useLogger(false);
  await app.init();
  await app.close();
}

const daysAgo = async () => {
  const rows: { age: number }[] = await store.dataSource.query(
    `SELECT DISTINCT floor(extract(epoch FROM now() - timestamp) / 86400)::int AS age
     FROM monitoring.system_metric ORDER BY 1`,
  );
  return rows.map(({ age }) => age);
};

it('keeps the rows of the days that the setting names, and drops older ones', async () => {
  const writer = new BatchWriter({ url: store.url });
  const source = SOURCES[0];
  if (!source) throw new Error('no source');
  for (const age of [1.5, 5.5, 20.5, 40.5]) {
    const at = Date.now() - age * DAY;
    await writer.write(randomBatch(source, new Date(at), new Date(at + 1000), 10, randomNumbers(age)));
  }
  await writer.close();
  await startOnce('30');
  expect(await daysAgo()).toEqual([1, 5, 20]);
  await startOnce('10');
  expect(await daysAgo()).toEqual([1, 5]);
});

it('forgets sessions that have expired, and no others', async () => {
  const accountId = randomUUID();
  await store.dataSource.getRepository(StaffAccount).insert({
    ...{ id: accountId, email: 'ada@example.org', name: 'Ada', role: 'viewer', passwordHash: '-' },
  });
  const token = (tokenHash: string, age: number) => ({
    ...{ id: randomUUID(), accountId, familyId: randomUUID(), tokenHash },
    expiresAt: new Date(Date.now() - age),
  });
  await store.dataSource.getRepository(RefreshToken).insert([token('expired', DAY), token('good', -DAY)]);
  await startOnce('30');
  const left = await store.dataSource.getRepository(RefreshToken).find();
  expect(left.map(({ tokenHash }) => tokenHash)).toEqual(['good']);
});
