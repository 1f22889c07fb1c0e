import { maintainPartitions } from '../../src/partitions/index.js';
import { recomputeRollups } from '../../src/rollups/index.js';
import { BatchWriter } from '../../src/writer/index.js';
import { activity, batch } from '../batch.js';
import { randomNumbers } from '../queries/reference.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { DAY, ever, expectTrueRollups } from './expect-true.js';
import { randomBatch } from './random-batch.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const MINUTE = 60_000;
const maintain = () => maintainPartitions(store.db, { retentionDays: 30 });
const visit = (timestamp: number, ...userIds: string[]) =>
  store.writer.write(batch({ activities: userIds.map((userId) => activity({ timestamp, userId })) }));
const bucketsOf = (table: string) =>
  store.sql(`SELECT start, count::int, name FROM monitoring.${table} CROSS JOIN monitoring.visitors(visitors) AS visit
    JOIN monitoring.visitor ON int8send(visitor.id) = visit.id ORDER BY start, name`);

describe('the users of rollups', () => {
  it('are counted by the minute, and a day later by wider buckets', async () => {
    const hour = Math.floor((Date.now() - 2 * DAY) / 3_600_000) * 3_600_000;
    await visit(hour, 'ada', 'grace', 'ada');
    await visit(hour + 16 * MINUTE, 'ada');
    const minute = [
      { start: new Date(hour), count: 2, name: 'ada' },
      { start: new Date(hour), count: 1, name: 'grace' },
      { start: new Date(hour + 16 * MINUTE), count: 1, name: 'ada' },
    ];
    expect(await bucketsOf('active_user_minute')).toEqual(minute);
    expect(await store.count('active_user_hour')).toBe(0);
    await maintain();
    expect(await store.count('active_user_minute')).toBe(0);
    expect(await bucketsOf('active_user_quarter')).toEqual(
      minute.map((bucket, index) =>
        index < 2 ? bucket : { ...bucket, start: new Date(hour + 15 * MINUTE) },
      ),
    );
    expect(await bucketsOf('active_user_hour')).toEqual([
      { start: new Date(hour), count: 3, name: 'ada' },
      { start: new Date(hour), count: 1, name: 'grace' },
    ]);
    await expectTrueRollups(store);
  });

  it('are folded however many days there are, and once more with what comes late', async () => {
    const days = [9, 8, 5, 2];
    for (const day of days) await visit(Date.now() - day * DAY, 'ada', `${day}`);
    await maintain();
    for (const day of days) await visit(Date.now() - day * DAY, 'ada', 'late');
    await expectTrueRollups(store);
    await maintain();
    expect(await store.count('active_user_minute')).toBe(0);
    expect((await bucketsOf('active_user_day')).filter(({ name }) => name === 'ada')).toEqual(
      days.map(() => expect.objectContaining({ count: 2 })),
    );
    await expectTrueRollups(store);
  });

  it('stay by the minute for a day', async () => {
    await visit(Date.now() - DAY, 'ada');
    await maintain();
    expect(await store.count('active_user_minute')).toBe(1);
    expect(await store.count('active_user_day')).toBe(0);
  });

  it('make no long parts of a minute, however many there are', async () => {
    const timestamp = Date.now();
    for (let index = 0; index < 60; index++)
      await visit(timestamp, ...Array.from({ length: 40 }, (_, user) => `${index}-${user}`));
    const parts = await store.sql(
      'SELECT octet_length(visitors) AS length FROM monitoring.active_user_minute',
    );
    expect(parts.length).toBeGreaterThan(5);
    for (const { length } of parts) expect(length).toBeLessThan(4096 + 40 * 12);
    await expectTrueRollups(store);
  });

  it.each([1, 2])(
    'are true whenever minutes are folded in a random history of writers (%i)',
    async (seed) => {
      const random = randomNumbers(seed + 100);
      const writers = Array.from({ length: 3 }, () => new BatchWriter({ url: store.url }));
      let isWriting = true;
      const maintaining = (async () => {
        while (isWriting) await maintain();
      })();
      await Promise.all(
        writers.map(async (writer) => {
          for (let index = 0; index < 15; index++) await writer.write(randomBatch(random));
        }),
      );
      isWriting = false;
      await maintaining;
      await Promise.all(writers.map((writer) => writer.close()));
      await expectTrueRollups(store);
      await maintain();
      const folded = await expectTrueRollups(store);
      expect(await store.count('active_user_quarter')).toBeGreaterThan(0);
      await store.db.transaction((db) => recomputeRollups(db, ever()));
      expect(await expectTrueRollups(store)).toBe(folded);
    },
  );

  it('are made anew by whole days where a part of one is edited, folded and not', async () => {
    for (const hours of [23, 24, 26, 30, 49]) await visit(Date.now() - hours * 3_600_000, 'ada', `${hours}`);
    await maintain();
    for (const hours of [26, 24]) {
      const from = new Date(Date.now() - hours * 3_600_000 - MINUTE);
      await store.db.transaction(async (db) => {
        await db.query(
          `UPDATE monitoring.user_activity SET user_id = 'grace', weight = 3 WHERE user_id = '${hours}'`,
        );
        await recomputeRollups(db, { from, to: new Date(from.getTime() + 2 * MINUTE) });
      });
      await expectTrueRollups(store);
    }
  });

  it('keep their names as long as the months that they were seen in', async () => {
    await visit(Date.now() - 90 * DAY, 'ada', 'grace');
    await visit(Date.now(), 'ada');
    expect(await store.count('visitor')).toBe(3);
    await maintain();
    expect(await store.sql('SELECT name FROM monitoring.visitor')).toEqual([{ name: 'ada' }]);
    await expectTrueRollups(store);
  });

  it.each([
    [
      'a visitor too many',
      `UPDATE monitoring.active_user_minute SET visitors = visitors || monitoring.visitor_entry('x', 1)`,
    ],
    ['a count that is off', `UPDATE monitoring.active_session_minute SET visitors = visitors || visitors`],
    ['a user without a name', `DELETE FROM monitoring.visitor`],
    ['a bucket that is gone', `DELETE FROM monitoring.active_user_minute`],
  ])('are found to differ by %s', async (_, change) => {
    await visit(Date.now(), 'ada');
    await store.sql(change);
    await expect(expectTrueRollups(store)).rejects.toThrow('Expected');
    await store.db.transaction((db) => recomputeRollups(db, ever()));
    await expectTrueRollups(store);
  });
});
