import pg from 'pg';
import { SeenReleases } from '../../src/deploys/seen-releases.js';
import { migrate } from '../../src/migrate.js';
import { recomputeRollups, verifyRollups } from '../../src/rollups/index.js';
import { ROLLUP_KINDS } from '../../src/rollups/rollup-kind.js';
import { BatchWriter } from '../../src/writer/index.js';
import { GroupNews } from '../../src/writer/group-news.js';
import { storeBatch } from '../../src/writer/store-batch.js';
import { Refusals } from '../../src/writer/quarantine/refusals.js';
import { activity, apiCall, batch, failure, request } from '../batch.js';
import { randomNumbers } from '../queries/reference.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { ever, expectTrueRollups } from './expect-true.js';
import { randomBatch } from './random-batch.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const recompute = (window = ever()) => store.db.transaction((db) => recomputeRollups(db, window));
const fill = async (seed: number) => {
  const random = randomNumbers(seed);
  for (let index = 0; index < 20; index++) await store.writer.write(randomBatch(random));
};

describe('recomputed rollups', () => {
  it('are what they were where nothing has changed', async () => {
    await fill(1);
    const before = await expectTrueRollups(store);
    await recompute();
    expect(await expectTrueRollups(store)).toBe(before);
  });

  it('tell nothing of raw rows that were deleted, from that moment on', async () => {
    await fill(2);
    await store.db.transaction(async (db) => {
      await db.query(`DELETE FROM monitoring.system_metric WHERE weight = 1 OR endpoint IS NULL`);
      await db.query(`DELETE FROM monitoring.api_usage_metric WHERE success`);
      await recomputeRollups(db, ever());
    });
    expect(await expectTrueRollups(store)).toBeGreaterThan(0);
    expect(await store.sql(`SELECT FROM monitoring.api_call_day WHERE failed < count`)).toEqual([]);
  });

  it('follow raw rows that were edited', async () => {
    await fill(3);
    await store.sql(`UPDATE monitoring.system_metric SET value = 2 * value, endpoint = '/moved', weight = 7`);
    await recompute();
    await expectTrueRollups(store);
  });

  it('are left alone outside of the buckets that the window touches', async () => {
    const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
    const times = [hour - 3_600_001, hour - 3_600_000, hour - 1, hour];
    await store.writer.write(batch({ metrics: times.map((timestamp) => request({ timestamp })) }));
    await store.sql('DELETE FROM monitoring.system_metric');
    await recompute({ from: new Date(hour - 1), to: new Date(hour) });
    const starts = (await store.sql('SELECT start FROM monitoring.request_hour ORDER BY start')).map(
      ({ start }) => start,
    );
    expect(starts).toEqual([new Date(hour - 7_200_000), new Date(hour)]);
  });

  it('count a batch once that was counted, and not yet committed, when they were begun', async () => {
    const writer = new pg.Client({ connectionString: store.url });
    await writer.connect();
    await writer.query('BEGIN');
    const events = batch({ metrics: [request()], apiCalls: [apiCall()] });
    const release = new SeenReleases().of(events.source);
    await storeBatch(writer, events, release, new Refusals(), new GroupNews());
    const recomputed = recompute();
    await someoneWaits();
    await writer.query('COMMIT');
    await recomputed;
    await writer.end();
    expect(await expectTrueRollups(store)).toBe(14);
  });

  it('count a batch once that was stored, and not yet counted, when they were made', async () => {
    const { writing, rest } = await stopBeforeRollups();
    const recomputed = recompute();
    await someoneWaits(2);
    await rest();
    await Promise.all([writing, recomputed]);
    expect(await expectTrueRollups(store)).toBe(7);
  });

  it.each([4, 5])('are true while several writers go on (%i)', async (seed) => {
    const random = randomNumbers(seed);
    const writers = Array.from({ length: 3 }, () => new BatchWriter({ url: store.url }));
    let isWriting = true;
    const recomputing = (async () => {
      while (isWriting) await recompute();
    })();
    await Promise.all(
      writers.map(async (writer) => {
        for (let index = 0; index < 12; index++) await writer.write(randomBatch(random));
      }),
    );
    isWriting = false;
    await recomputing;
    await Promise.all(writers.map((writer) => writer.close()));
    expect(await store.count('batch')).toBe(36);
    await expectTrueRollups(store);
  });

  it('need a transaction, and one that sees what others commit', async () => {
    await expect(recomputeRollups(store.db, ever())).rejects.toThrow(
      'LOCK TABLE can only be used in transaction',
    );
    await expect(
      store.db.transaction('REPEATABLE READ', (db) => recomputeRollups(db, ever())),
    ).rejects.toThrow('«repeatable read»: begin it with READ COMMITTED.');
  });

  it('of some kinds are made where only those are missing', async () => {
    await fill(7);
    for (const table of ['activity_day', 'active_user_minute', 'visitor'])
      await store.sql(`DELETE FROM monitoring.${table}`);
    await store.sql('UPDATE monitoring.request_day SET count = 0');
    await migrate(store.db);
    const wrong = (await verifyRollups(store.db, ever())).filter(({ differences }) =>
      Object.values(differences).some((difference) => difference > 0),
    );
    expect(wrong.map(({ kind, unit }) => `${kind} ${unit}`)).toEqual(['request day']);
    await recompute();
    await expectTrueRollups(store);
  });

  it('are made when a store is migrated that was filled before there were any', async () => {
    await fill(6);
    const before = await expectTrueRollups(store);
    for (const { name, units } of ROLLUP_KINDS)
      for (const table of ['series', ...units]) await store.sql(`DELETE FROM monitoring.${name}_${table}`);
    await store.sql('DELETE FROM monitoring.visitor');
    await store.writer.write(
      batch({ metrics: [request()], apiCalls: [apiCall()], activities: [activity()], errors: [failure()] }),
    );
    await migrate(store.db);
    expect(await expectTrueRollups(store)).toBeGreaterThan(before);
  });
});

/** A batch whose raw rows are stored, and that waits for `rest` before it is counted: for the first table of that. */
async function stopBeforeRollups() {
  const blocker = new pg.Client({ connectionString: store.url });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE monitoring.request_five_minutes IN ACCESS EXCLUSIVE MODE');
  const writing = store.writer.write(batch({ metrics: [request()] }));
  await someoneWaits();
  const rest = async () => {
    await blocker.query('COMMIT');
    await blocker.end();
  };
  return { writing, rest };
}

/** Resolves once so many connections to the store wait for a lock. */
async function someoneWaits(count = 1): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await store.sql(waiting)).length < count);
}
