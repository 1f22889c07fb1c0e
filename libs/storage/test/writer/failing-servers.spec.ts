import { startFaultProxy, type FaultProxy } from '../../src/testing/index.js';
import { BatchWriter } from '../../src/writer/index.js';
import { batch, failure, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
let name: string;
beforeAll(async () => {
  store = await openWrittenStore();
  name = new URL(store.url).pathname.slice(1);
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const sent = () => batch({ metrics: [request()], errors: [failure()] });

/** What keeps a server from storing, what the writer says to it, and what mends it. */
const TROUBLES: [string, () => string[], string, () => string[]][] = [
  [
    'is read-only',
    () => [`ALTER DATABASE ${name} SET default_transaction_read_only = on`],
    'read-only, or a standby',
    // The session that mends it may be read-only itself.
    () => [
      'SET default_transaction_read_only = off',
      `ALTER DATABASE ${name} RESET default_transaction_read_only`,
    ],
  ],
  [
    'has no disk left',
    () => [
      `CREATE FUNCTION monitoring.full_disk() RETURNS trigger LANGUAGE plpgsql
       AS $$ BEGIN RAISE disk_full; END $$`,
      `CREATE TRIGGER full_disk BEFORE INSERT ON monitoring.system_metric
       FOR EACH ROW EXECUTE FUNCTION monitoring.full_disk()`,
    ],
    'disk of the monitoring store is full',
    () => ['DROP FUNCTION monitoring.full_disk() CASCADE'],
  ],
  [
    'has lost its schema',
    () => ['ALTER SCHEMA monitoring RENAME TO gone'],
    'start the monitoring server once',
    () => ['ALTER SCHEMA gone RENAME TO monitoring'],
  ],
  [
    'has lost a table',
    () => ['ALTER TABLE monitoring.error_log RENAME TO gone'],
    'start the monitoring server once',
    () => ['ALTER TABLE monitoring.gone RENAME TO error_log'],
  ],
];

describe('a writer whose server', () => {
  it.each(TROUBLES)(
    '%s says so, and stores the batch, once, when that is mended',
    async (_, harm, words, mend) => {
      const held = sent();
      for (const statement of harm()) await store.sql(statement);
      const writer = new BatchWriter({ url: store.url, poolSize: 1 });
      try {
        await expect(writer.write(held)).rejects.toThrow(words);
        await expect(writer.write(held)).rejects.toThrow(words);
        for (const statement of mend()) await store.sql(statement);
        expect(await writer.write(held)).toMatchObject({
          replayed: false,
          stored: { metrics: 1, errors: 1 },
        });
        expect(await store.count('error_log')).toBe(1);
      } finally {
        await writer.close();
      }
    },
  );

  it('has no connection left says so, and stores the batch when there is one', async () => {
    await store.sql(`CREATE ROLE ${name} LOGIN SUPERUSER PASSWORD 'p'`);
    await store.sql(`ALTER ROLE ${name} NOSUPERUSER CONNECTION LIMIT 0`);
    await store.sql(`GRANT USAGE ON SCHEMA monitoring TO ${name}`);
    await store.sql(`GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA monitoring TO ${name}`);
    const writer = new BatchWriter({
      url: Object.assign(new URL(store.url), { username: name, password: 'p' }).href,
    });
    const held = sent();
    await expect(writer.write(held)).rejects.toThrow('no connection left');
    await store.sql(`ALTER ROLE ${name} CONNECTION LIMIT -1`);
    expect(await writer.write(held)).toMatchObject({ stored: { metrics: 1, errors: 1 } });
    await writer.close();
    await store.sql(`DROP OWNED BY ${name}`);
    await store.sql(`DROP ROLE ${name}`);
  });

  it('has its tables truncated stores what comes next', async () => {
    await store.writer.write(sent());
    await store.sql('TRUNCATE monitoring.system_metric, monitoring.error_log, monitoring.error_group');
    await store.writer.write(sent());
    expect([await store.count('system_metric'), await store.count('error_group')]).toEqual([1, 1]);
  });
});

describe('a writer whose network', () => {
  let proxy: FaultProxy;
  let writer: BatchWriter;
  beforeEach(async () => {
    proxy = await startFaultProxy(store.url);
    writer = new BatchWriter({ url: proxy.url, statementTimeoutMs: 100, connectTimeoutMs: 100 });
  });
  afterEach(async () => {
    proxy.close();
    await writer.close();
  });

  it('is slow stores all the same', async () => {
    proxy.slow(100);
    expect(await writer.write(sent())).toMatchObject({ stored: { metrics: 1, errors: 1 } });
  });

  it('swallows everything gives up, and leaves no connection behind', async () => {
    const held = sent();
    await writer.write(sent());
    proxy.hang();
    await expect(writer.write(held)).rejects.toThrow('monitoring store');
    await expect(writer.write(held)).rejects.toThrow('monitoring store');
    const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
    const before = sockets();
    await expect(writer.write(held)).rejects.toThrow('monitoring store');
    expect(sockets()).toBeLessThanOrEqual(before + 1);
    proxy.mend();
    expect(await writer.write(held)).toMatchObject({ stored: { metrics: 1, errors: 1 } });
  });
});
