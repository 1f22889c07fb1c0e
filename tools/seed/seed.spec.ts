import { createTestStore } from '@scitex/monitoring-storage/testing';
import { Failure } from '../process/failure.ts';
import { refusedOf } from './report.ts';
import { seed } from './seed.ts';

type TestStore = Awaited<ReturnType<typeof createTestStore>>;

const never = new AbortController().signal;
const plan = { seed: 1, scale: 2, days: 3, until: Date.now() };

describe('seeding a store', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await createTestStore();
  });
  afterAll(() => store.drop());

  const rowsOf = async (): Promise<Record<string, number>> => {
    const count = (table: string) => `(SELECT count(*)::integer FROM monitoring.${table}) AS ${table}`;
    const tables = ['system_metric', 'api_usage_metric', 'user_activity', 'error_log'];
    const rows = await store.dataSource.query(`SELECT ${tables.map(count).join(', ')}`);
    return rows[0];
  };
  const once = { system_metric: 1530, api_usage_metric: 596, user_activity: 410, error_log: 16 };

  it('stores exactly what the plan says', async () => {
    const results = await seed(plan, store.url, never);
    expect(refusedOf(results)).toBe(0);
    expect(await rowsOf()).toEqual(once);
  });

  it('groups its errors, and no group spans two kinds', async () => {
    const groups: { error_type: string; occurrences: string }[] = await store.dataSource.query(
      'SELECT error_type, occurrences FROM monitoring.error_group',
    );
    expect(groups.reduce((sum, { occurrences }) => sum + Number(occurrences), 0)).toBe(16);
    expect(new Set(groups.map(({ error_type }) => error_type)).size).toBe(groups.length);
  });

  it('adds nothing when the same plan runs again', async () => {
    const results = await seed(plan, store.url, never);
    expect(results.every(({ replayed }) => replayed)).toBe(true);
    expect(await rowsOf()).toEqual(once);
  });

  it('adds a set of its own at another time', async () => {
    await seed({ ...plan, until: plan.until - 1 }, store.url, never);
    expect((await rowsOf())['error_log']).toBe(32);
  });

  it('stops when it is told to', async () => {
    const before = await rowsOf();
    await expect(seed({ ...plan, seed: 2 }, store.url, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(await rowsOf()).toEqual(before);
  });
});

it('says where no store answers, without its password', async () => {
  const seeding = seed(plan, 'postgres://me:secret@127.0.0.1:1/nothing', never);
  await expect(seeding).rejects.toThrow(Failure);
  await expect(seeding).rejects.toThrow(/^The store at 127\.0\.0\.1:1\/nothing could not be prepared/);
});
