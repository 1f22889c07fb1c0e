import { collectorsSchema } from '@scitex/monitoring-contracts';
import { Collector, readCollectors } from '../../src/index.js';
import { maintainPartitions } from '../../src/partitions/index.js';
import { BatchWriter } from '../../src/writer/index.js';
import { SOURCE } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { report } from './report.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const rows = () => store.db.getRepository(Collector).find();
const read = (query: Partial<Parameters<typeof readCollectors>[1]> = {}) =>
  readCollectors(store.db, { hours: 24, ...query });
/** As if all that was reported had been reported earlier. */
const age = (interval: string) =>
  store.sql(`UPDATE monitoring.collector SET reported_at = reported_at - interval '${interval}'`);

describe('a report', () => {
  it('takes the place of the earlier one of the same run', async () => {
    const first = report();
    await store.writer.report(first);
    const [before] = await rows();
    await store.writer.report({ ...first, uptime: 65_000, captured: 12, stored: 11, buffered: 1 });
    const after = await rows();
    expect(after).toMatchObject([{ id: first.id, ...SOURCE, captured: '12', stored: '11', buffered: '1' }]);
    expect(after[0]?.startedAt).toEqual(before?.startedAt);
    expect(after[0]?.reportedAt.getTime()).toBeGreaterThanOrEqual(before?.reportedAt.getTime() ?? NaN);
  });

  it('changes nothing where a later one has overtaken it', async () => {
    const last = report({ ended: true });
    await store.writer.report(last);
    await store.writer.report({ ...last, uptime: 59_000, ended: false, captured: 9, stored: 9 });
    expect(await rows()).toMatchObject([{ captured: '10', stoppedAt: expect.any(Date) }]);
  });

  it('takes back a goodbye that was none', async () => {
    const last = report({ ended: true });
    await store.writer.report(last);
    await store.writer.report({ ...last, uptime: 61_000, ended: false });
    expect(await rows()).toMatchObject([{ stoppedAt: null }]);
  });

  it('leaves other runs alone, also of an instance of the same name', async () => {
    await store.writer.report(report({ captured: 1, stored: 1 }));
    await store.writer.report(report({ captured: 2, stored: 2 }));
    expect((await rows()).map(({ captured }) => captured).sort()).toEqual(['1', '2']);
  });

  it('tells when events were last lost, of which those left out by sampling are none', async () => {
    const run = report({ captured: 15, dropped: { sampled: 5 } });
    await store.writer.report(run);
    expect(await rows()).toMatchObject([{ droppedAt: null }]);
    await store.writer.report({ ...run, captured: 17, dropped: { sampled: 5, 'buffer-full': 2 } });
    const [lost] = await rows();
    expect(lost?.droppedAt).toEqual(lost?.reportedAt);
    await store.writer.report({ ...run, captured: 20, dropped: { sampled: 8, 'buffer-full': 2 } });
    expect((await rows())[0]?.droppedAt).toEqual(lost?.droppedAt);
  });

  it('is stored cleaned, whatever an app calls itself', async () => {
    const source = { app: 'a\0\ud800' + 'x'.repeat(9_000), environment: '', release: '\0', instance: '\0' };
    await store.writer.report(report({ source }));
    expect(await rows()).toMatchObject([{ app: expect.stringMatching(/^a.x+$/u), environment: 'unknown' }]);
  });

  it('is refused with the mend where the store is not migrated', async () => {
    const writer = new BatchWriter({
      url: Object.assign(new URL(store.url), { pathname: '/postgres' }).href,
    });
    await expect(writer.report(report())).rejects.toThrow('start the monitoring server once');
    await writer.close();
  });
});

describe('readCollectors', () => {
  it('sums up what every run says, and balances', async () => {
    const dropped = { 'buffer-full': 3, refused: 1 };
    await store.writer.report(report({ captured: 20, stored: 10, buffered: 4, spooled: 2, dropped }));
    await store.writer.report(report({ source: { ...SOURCE, instance: 'two' }, captured: 5, stored: 5 }));
    const collectors = collectorsSchema.parse(await read());
    // Both were told of within a millisecond or two: which is the newer one is not said.
    expect(collectors.items.map(({ instance, balance }) => [instance, balance]).sort()).toEqual([
      ['one', 0],
      ['two', 0],
    ]);
    expect(collectors.totals).toEqual({
      ...{ instances: 2, reporting: 2, silent: 0, stopped: 0 },
      ...{ captured: 25, stored: 15, buffered: 4, spooled: 2, dropped, balance: 0, captureMicros: 6 },
    });
  });

  it('shows what does not balance', async () => {
    await store.writer.report(report({ captured: 20 }));
    const { items, totals } = await read();
    expect([items[0]?.balance, totals.balance]).toEqual([10, 10]);
  });

  it('weighs what a request costs by what was captured', async () => {
    const cost = (captureMicros: number | null) => ({ ...report().cost, captureMicros });
    await store.writer.report(report({ captured: 300, stored: 300, cost: cost(5) }));
    await store.writer.report(report({ captured: 100, stored: 100, cost: cost(9) }));
    await store.writer.report(report({ captured: 1, stored: 1, cost: cost(null) }));
    expect((await read()).totals.captureMicros).toBe(6);
  });

  it('tells the silent from those that said goodbye', async () => {
    await store.writer.report(report({ source: { ...SOURCE, instance: 'killed' } }));
    await store.writer.report(report({ source: { ...SOURCE, instance: 'ended' }, ended: true }));
    await age('91 seconds');
    await store.writer.report(report({ source: { ...SOURCE, instance: 'alive' } }));
    const { items, totals } = await read();
    const states = Object.fromEntries(items.map(({ instance, state }) => [instance, state]));
    expect(states).toEqual({ killed: 'silent', ended: 'stopped', alive: 'reporting' });
    expect(totals).toMatchObject({ instances: 3, reporting: 1, silent: 1, stopped: 1 });
  });

  it('narrows to an app, an environment and the hours asked for', async () => {
    await store.writer.report(report({ source: { ...SOURCE, app: "o'hara" } }));
    await store.writer.report(report({ source: { ...SOURCE, environment: 'staging' } }));
    expect((await read({ app: "o'\0hara" })).totals.instances).toBe(1);
    expect((await read({ environment: 'staging' })).items).toMatchObject([{ environment: 'staging' }]);
    await age('2 hours');
    expect((await read({ hours: 1 })).totals.instances).toBe(0);
    expect((await read({ hours: 3 })).totals.instances).toBe(2);
  });

  it('lists the two hundred that reported last, and counts all', async () => {
    await store.writer.report(report({ captured: 0, stored: 0 }));
    await age('1 hour');
    for (let run = 1; run <= 200; run++) await store.writer.report(report({ captured: run, stored: run }));
    const { items, totals } = await read();
    expect([items.length, totals.instances]).toEqual([200, 201]);
    expect(Math.min(...items.map(({ captured }) => captured))).toBe(1);
  });

  it('answers zeros where nobody ever reported', async () => {
    const { items, totals } = collectorsSchema.parse(await read());
    expect(items).toEqual([]);
    expect(totals).toMatchObject({ instances: 0, captured: 0, dropped: {}, balance: 0, captureMicros: null });
  });
});

it('forgets runs that were last heard of before the retention, and no others', async () => {
  await store.writer.report(report({ source: { ...SOURCE, instance: 'old' } }));
  await age('2 days');
  await store.writer.report(report({ source: { ...SOURCE, instance: 'kept' } }));
  await age('29 days');
  await maintainPartitions(store.db, { retentionDays: 60 });
  expect(await rows()).toHaveLength(2);
  await maintainPartitions(store.db, { retentionDays: 30 });
  expect(await rows()).toMatchObject([{ instance: 'kept' }]);
});
