import {
  ApiUsageMetric,
  ErrorGroup,
  ErrorLog,
  RefreshToken,
  StaffAccount,
  SystemMetric,
  UserActivity,
  createDataSource,
  entities,
  migrate,
} from '../src/index.js';
import { createTestStore } from '../src/testing/index.js';
import { randomUUID } from 'node:crypto';
import { BatchWriter } from '../src/writer/index.js';
import { activity, apiCall, batch, failure, request } from './batch.js';

let store: Awaited<ReturnType<typeof createTestStore>>;
beforeEach(async () => {
  store = await createTestStore();
});
afterEach(() => store.drop());

describe('migrate', () => {
  it('may be run by several servers at once on an empty database, and again', async () => {
    await store.dataSource.query('DROP SCHEMA monitoring CASCADE');
    const servers = await Promise.all(
      Array.from({ length: 3 }, () => createDataSource({ url: store.url, poolSize: 1 }).initialize()),
    );
    await Promise.all(servers.map(migrate));
    await Promise.all(servers.map((server) => server.destroy()));
    await migrate(store.dataSource);
    const applied: unknown[] = await store.dataSource.query('SELECT name FROM monitoring.migration');
    expect(applied).toHaveLength(store.dataSource.migrations.length);
  });

  it('can be undone, step by step', async () => {
    for (let left = store.dataSource.migrations.length; left > 0; left--)
      await store.dataSource.undoLastMigration();
    const left: unknown[] = await store.dataSource.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'monitoring'::regnamespace AND relkind IN ('r', 'p')
       UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'monitoring'::regnamespace AND typtype = 'e'
       UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'monitoring'::regnamespace`,
    );
    expect(left).toEqual([{ name: 'migration' }]);
  });

  it('says of every index which query it serves', async () => {
    const silent: unknown[] = await store.dataSource.query(
      `SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
       WHERE relnamespace = 'monitoring'::regnamespace AND NOT relispartition AND NOT indisprimary
         AND obj_description(indexrelid, 'pg_class') IS NULL`,
    );
    expect(silent).toEqual([]);
  });
});

describe('entities', () => {
  it('read what the writer stores', async () => {
    const writer = new BatchWriter({ url: store.url });
    await writer.write(
      batch({ metrics: [request()], errors: [failure()], apiCalls: [apiCall()], activities: [activity()] }),
    );
    await writer.close();
    const one = (entity: (typeof entities)[number]) => store.dataSource.getRepository(entity).find();
    expect(await one(SystemMetric)).toMatchObject([
      { metricType: 'response_time', value: 12.5, statusCode: 200 },
    ]);
    expect(await one(ErrorLog)).toMatchObject([
      { errorType: 'NotFoundError', resolved: false, severity: 'high' },
    ]);
    expect(await one(ApiUsageMetric)).toMatchObject([
      { apiName: 'crossref', responseSize: '2048', success: true },
    ]);
    expect(await one(UserActivity)).toMatchObject([{ userId: 'ada', activityType: 'search', duration: 5 }]);
    expect(await one(ErrorGroup)).toMatchObject([{ occurrences: '1', frames: ['find (app/src/papers.js)'] }]);
  });

  it('keep accounts and their refresh tokens', async () => {
    const accounts = store.dataSource.getRepository(StaffAccount);
    const tokens = store.dataSource.getRepository(RefreshToken);
    const account = await accounts.save(
      accounts.create({ id: randomUUID(), email: 'a@x.org', name: 'A', role: 'admin', passwordHash: 'h' }),
    );
    const token = { id: randomUUID(), accountId: account.id, familyId: randomUUID(), tokenHash: 't' };
    await tokens.save(tokens.create({ ...token, expiresAt: new Date(Date.now() + 1000) }));
    expect(await accounts.find()).toMatchObject([
      { active: true, lastLoginAt: null, createdAt: expect.any(Date) },
    ]);
    expect(await tokens.find()).toMatchObject([{ ...token, usedAt: null, revokedAt: null }]);
    await expect(accounts.insert({ ...account, id: randomUUID() })).rejects.toThrow('staff_account_email');
    await accounts.delete(account.id);
    expect(await tokens.count()).toBe(0);
  });

  it('match the tables, column by column; indexes and constraints are the migrations’ alone', async () => {
    const drift = await store.dataSource.driver.createSchemaBuilder().log();
    const statements = drift.upQueries.map(({ query }) => query);
    expect(statements.filter((query) => !/^DROP INDEX | DROP CONSTRAINT /.test(query))).toEqual([]);
  });
});
