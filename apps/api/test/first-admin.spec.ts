import { StaffAccount } from '@scitex/monitoring-storage';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { openStore } from '../src/database/open-store.js';
import { readSettings } from '../src/settings/settings.js';
import { createApp } from '../src/start/create-app.js';

let store: TestStore;
beforeAll(async () => (store = await createTestStore()));
afterAll(() => store.drop());

/** Starts a server on the store, and stops it. */
async function startOnce(email: string): Promise<void> {
  const settings = readSettings({
    DATABASE_URL: store.url,
    JWT_SECRET: 'a secret that only the tests know',
    MONITORING_ADMIN_EMAIL: email,
    MONITORING_ADMIN_PASSWORD: 'eight or more',
  });
  const app = await createApp(settings, await openStore(store.url));
  app.useLogger(false);
  await app.init();
  await app.close();
}

const emails = async () =>
  (await store.dataSource.getRepository(StaffAccount).find()).map(({ email, role }) => [email, role]);

it('makes one administrator, also when two servers start at once on a fresh store', async () => {
  await Promise.all([startOnce('Ada@example.org'), startOnce('Ada@example.org')]);
  expect(await emails()).toEqual([['ada@example.org', 'admin']]);
});

it('makes none where there is an account already', async () => {
  await startOnce('grace@example.org');
  expect(await emails()).toEqual([['ada@example.org', 'admin']]);
});
