import { maintainPartitions } from '../../src/partitions/index.js';
import { batch, failure, request } from '../batch.js';
import { NONE, openWrittenStore, type WrittenStore } from '../written-store.js';

const DAY = 86_400_000;
const TABLES = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity'];

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
const tablesOf = (time: number) => TABLES.map((table) => `${table}_${dayOf(time)}`);
const maintain = (retentionDays = 30, now?: Date) =>
  maintainPartitions(store.db, { retentionDays, ...(now && { now }) });
const partitions = async () =>
  (
    await store.sql(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '_[0-9]{8}$' ORDER BY relname`,
    )
  ).map(({ relname }) => String(relname));

describe('partitions', () => {
  it('are there from yesterday to three days ahead once the store is migrated', async () => {
    const days = [-1, 0, 1, 2, 3].flatMap((ahead) => tablesOf(Date.now() + ahead * DAY));
    expect(await partitions()).toEqual(days.sort());
  });

  it('begin and end at midnight UTC, whatever the time zone of the session that made them', async () => {
    const runner = store.db.createQueryRunner();
    await runner.query(`SET timezone = 'Pacific/Auckland'`);
    await runner.query(`SET datestyle = 'SQL, DMY'`);
    const midnight = Math.floor(Date.now() / DAY) * DAY - 10 * DAY;
    await runner.query('SELECT monitoring.ensure_partition($1)', [
      new Date(midnight).toISOString().slice(0, 10),
    ]);
    await runner.query('RESET ALL');
    await runner.release();
    const instants = [midnight, midnight + DAY - 1].map((timestamp) => request({ timestamp }));
    await store.writer.write(batch({ metrics: instants }));
    expect(await store.count(`system_metric_${dayOf(midnight)}`)).toBe(2);
  });

  it('are made anew where they are missing, and named', async () => {
    await store.sql(`DROP TABLE monitoring.${tablesOf(Date.now() + 3 * DAY).join(', monitoring.')}`);
    const { created } = await maintain();
    expect(created.sort()).toEqual(tablesOf(Date.now() + 3 * DAY).sort());
    expect((await maintain()).created).toEqual([]);
  });
});

describe('retention', () => {
  const days = (ago: number) => Date.now() - ago * DAY;

  it('drops the days before it, and keeps the last', async () => {
    await store.writer.write(
      batch({ metrics: [40, 31, 30, 0].map((ago) => request({ timestamp: days(ago), value: ago })) }),
    );
    const { dropped } = await maintain(30);
    expect(dropped).toEqual(expect.arrayContaining([...tablesOf(days(40)), ...tablesOf(days(31))]));
    const kept = await store.sql('SELECT value FROM monitoring.system_metric ORDER BY value');
    expect(kept.map(({ value }) => value)).toEqual([0, 30]);
    expect((await maintain(30)).dropped).toEqual([]);
  });

  it('may be run by several servers at once', async () => {
    await store.writer.write(batch({ metrics: [request({ timestamp: days(60) })] }));
    const runs = await Promise.all([maintain(30), maintain(30), maintain(30)]);
    const dropped = runs.flatMap((run) => run.dropped);
    expect(dropped.sort()).toEqual(tablesOf(days(60)).sort());
    expect(await partitions()).not.toEqual(expect.arrayContaining(tablesOf(days(60))));
  });

  it('leaves the dropping to the server that is at it', async () => {
    await store.writer.write(batch({ metrics: [request({ timestamp: days(65) })] }));
    const other = store.db.createQueryRunner();
    await other.startTransaction();
    await other.query(`SELECT pg_advisory_xact_lock(hashtextextended('monitoring.drop_partitions', 0))`);
    expect((await maintain(30)).dropped).toEqual([]);
    await other.commitTransaction();
    await other.release();
    expect((await maintain(30)).dropped.sort()).toEqual(tablesOf(days(65)).sort());
  });

  it('finishes what an interrupted run left detached', async () => {
    await store.writer.write(batch({ metrics: [request({ timestamp: days(70) })] }));
    const left = `system_metric_${dayOf(days(70))}`;
    await store.sql(`ALTER TABLE monitoring.system_metric DETACH PARTITION monitoring.${left}`);
    await maintain(30);
    expect(await partitions()).not.toContain(left);
  });

  it('forgets claims of batches that nobody sends any more, and no others', async () => {
    const old = batch({ metrics: [request()] });
    await store.writer.write(old);
    await store.sql(`UPDATE monitoring.batch SET claimed_at = now() - interval '15 days'`);
    await store.writer.write(batch({}));
    await maintain();
    expect(await store.count('batch')).toBe(1);
  });

  it('lets nobody wait who writes to other days', async () => {
    await store.writer.write(batch({ metrics: [request({ timestamp: days(80) })] }));
    const reader = store.db.createQueryRunner();
    await reader.startTransaction();
    await reader.query(
      `SELECT count(*) FROM monitoring.system_metric WHERE timestamp > now() - interval '1 hour'`,
    );
    const maintained = maintain(30);
    const written = await store.writer.write(batch({ metrics: [request()], errors: [failure()] }));
    await reader.commitTransaction();
    await reader.release();
    expect(written).toMatchObject({ stored: { ...NONE, metrics: 1, errors: 1 } });
    expect((await maintained).dropped).toEqual(expect.arrayContaining([`system_metric_${dayOf(days(80))}`]));
  });
});
