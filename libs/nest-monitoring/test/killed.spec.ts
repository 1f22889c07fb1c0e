import {
  createTestStore,
  startFaultProxy,
  type FaultProxy,
  type TestStore,
} from '@scitex/monitoring-storage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killRecordingProcesses, startRecording } from './app/recording-process.js';

/** Where the numbers of a later process begin. */
const LATER = 1_000_000;
/** What a busy machine may add to the five seconds that a shutdown has. */
const SHUTDOWN_MS = 5_000 + 3_000;

describe('a process that is ended', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let directory: string;

  beforeEach(async () => {
    store = await createTestStore();
    proxy = await startFaultProxy(store.url);
    directory = await mkdtemp(join(tmpdir(), 'spool-'));
  });
  afterEach(async () => {
    killRecordingProcesses();
    proxy.close();
    await store.drop();
    await rm(directory, { recursive: true, force: true });
  });

  const run = (from: number, limit: number, perTurn?: number) =>
    startRecording({ store: proxy.url, spool: directory }, from, limit, perTurn);
  const storedValues = async (from = 0) => {
    const rows: { value: number }[] = await store.dataSource.query(
      'select value from monitoring.system_metric where value >= $1 and value < $2 order by value',
      [from, from + LATER],
    );
    return rows.map(({ value }) => Number(value));
  };
  /** Has a later process store what the earlier ones left. */
  const storeTheRest = async (from = LATER) => {
    const heir = run(from, from + 10);
    await heir.when(({ recorded, captured, stored }) => recorded === 10 && captured === stored);
    return heir.last;
  };
  const gapless = (count: number, from = 0) => Array.from({ length: count }, (_, value) => from + value);

  it('has left everything but its last moment to the next, which stores it once', async () => {
    proxy.cut();
    const first = run(0, Infinity);
    const { spooled } = await first.when((books) => books.spooled > 200);
    await first.end('SIGKILL');
    proxy.mend();
    const { captured } = await storeTheRest();
    const values = await storedValues();
    expect(values.length).toBeGreaterThanOrEqual(spooled);
    expect(values).toEqual(gapless(values.length));
    expect(captured).toBe(values.length + 10);
  });

  it('stores nothing twice when it is killed while its spool drains', async () => {
    proxy.cut();
    const first = run(0, Infinity);
    await first.when((books) => books.spooled > 300);
    proxy.mend();
    await first.when((books) => books.stored > 0);
    await first.end('SIGKILL');
    await storeTheRest();
    const values = await storedValues();
    expect(values).toEqual(gapless(values.length));
  });

  it.each([7, 777])(
    'at random moments (seed %i), its store there or not, loses only what was buffered then',
    async (seed) => {
      const random = randomOf(seed);
      const states = [() => proxy.mend(), () => proxy.cut(), () => proxy.hang(), () => proxy.slow(50)];
      const safe: number[] = [];
      for (let round = 0; round < 4; round++) {
        proxy.mend();
        states[Math.floor(random() * states.length)]?.();
        const victim = run(round * LATER, Infinity, 3);
        await victim.when(({ recorded }) => recorded > 0);
        await sleep(random() * 700);
        states[Math.floor(random() * states.length)]?.();
        await sleep(random() * 700);
        await victim.end('SIGKILL');
        safe.push(victim.last.recorded - victim.last.buffered);
      }
      proxy.mend();
      await storeTheRest(safe.length * LATER);
      for (const [round, atLeast] of safe.entries()) {
        const values = await storedValues(round * LATER);
        expect(values).toEqual(gapless(values.length, round * LATER));
        expect(values.length).toBeGreaterThanOrEqual(atLeast);
      }
    },
  );

  it('hands over everything when it is asked to end while the store is away', async () => {
    proxy.cut();
    const first = run(0, 500);
    await first.when(({ captured }) => captured === 500);
    await first.end('SIGTERM');
    proxy.mend();
    await storeTheRest();
    expect(await storedValues()).toEqual(gapless(500));
  });

  it.each([
    ['is there', (): void => undefined],
    ['hangs', () => proxy.hang()],
    ['takes its time', () => proxy.slow(2_000)],
  ])('under load while its store %s is gone within five seconds, and nothing with it', async (_, harm) => {
    const first = run(0, Infinity, 10);
    await first.when(({ stored }) => stored > 0);
    harm();
    const { recorded } = await first.when((books) => books.recorded > 3_000);
    expect(await first.end('SIGTERM')).toBeLessThan(SHUTDOWN_MS);
    proxy.mend();
    await storeTheRest();
    const values = await storedValues();
    expect(values).toEqual(gapless(values.length));
    expect(values.length).toBeGreaterThanOrEqual(recorded);
  });

  it('comes to its end by itself once its app is closed, though its store hangs', async () => {
    const first = run(0, Infinity);
    await first.when(({ stored }) => stored > 0);
    proxy.hang();
    await first.when(({ spooled }) => spooled > 0);
    expect(await first.end('SIGUSR2')).toBeLessThan(SHUTDOWN_MS);
  });
});

/** The same numbers from 0 to 1 for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
