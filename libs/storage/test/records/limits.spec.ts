import { RECORD_MODELS, type RecordModel, type RecordRow } from '@scitex/monitoring-contracts';
import { countByTime } from '../../src/records/count-by-time.js';
import { listRecords } from '../../src/records/list-records.js';
import { batch, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

const LIMITS = { byTime: 10, byColumn: 10, counted: 10, byPart: 10 };
const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - 3_600_000);
const model = RECORD_MODELS.find(({ path }) => path === 'system-metrics') as RecordModel;
/** Rare: the rows 0, 30, 60 and 90 of a hundred. */
const metrics = Array.from({ length: 100 }, (_, index) =>
  request({
    timestamp: from.getTime() + index * 1000,
    statusCode: index % 30 === 0 ? 500 : 200,
    userId: index % 50 === 7 ? 'ada' : null,
    value: (index * 37) % 100,
  }),
);
const rare = { kind: 'is', column: 'statusCode', values: [500] } as const;

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
  await store.writer.write(batch({ metrics }));
});
afterAll(() => store.close());

const ask = (changes: Partial<Parameters<typeof listRecords>[2]>) =>
  listRecords(
    store.db,
    model,
    { from, to, conditions: [], sort: 'timestamp', order: 'desc', pageSize: 5, ...changes },
    LIMITS,
  );

async function askAll(changes: Parameters<typeof ask>[0]) {
  const pages = [await ask(changes)];
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor)
    pages.push(await ask({ ...changes, cursor }));
  return pages;
}

const indexOf = ({ timestamp }: RecordRow) => (Date.parse(timestamp) - from.getTime()) / 1000;

it.each(['asc', 'desc'] as const)(
  'finds every rare match in order %s, a bounded scan at a time',
  async (order) => {
    const pages = await askAll({ conditions: [rare], order });
    expect(pages.flatMap(({ items }) => items.map(indexOf))).toEqual(
      order === 'asc' ? [0, 30, 60, 90] : [90, 60, 30, 0],
    );
    // A hundred rows by ten, and the page that finds that there are no more.
    expect(pages).toHaveLength(11);
  },
);

it('says how far it looked', async () => {
  const page = await ask({ conditions: [rare] });
  expect(page).toMatchObject({ total: 1, totalIsExact: false });
  expect(page.searchedTo).toBe(new Date(from.getTime() + 90_000).toISOString());
});

it('finds every rare match by another sort', async () => {
  const pages = await askAll({ conditions: [rare], sort: 'value', order: 'desc' });
  const values = pages.flatMap(({ items }) => items.map(({ value }) => value));
  expect(values).toEqual([30, 20, 10, 0]);
  expect(pages.every(({ searchedTo }) => searchedTo === null)).toBe(true);
});

it('does not stop short of what an index finds', async () => {
  const page = await ask({ conditions: [{ kind: 'is', column: 'userId', values: ['ada'] }] });
  expect(page).toMatchObject({ total: 2, totalIsExact: true, nextCursor: null, searchedTo: null });
  expect(page.items.map(indexOf)).toEqual([57, 7]);
});

it('counts no further than its limit', async () => {
  expect(await ask({})).toMatchObject({ total: LIMITS.counted, totalIsExact: false });
});

it('counts a part of a histogram exactly, or as its beginning is where it is busier than may be read', async () => {
  const narrowing = { from, to, conditions: [{ kind: 'is', column: 'statusCode', values: [200] }] } as const;
  const count = (byPart: number) => countByTime(store.db, model, narrowing, 3600, { byPart });
  const sum = (points: readonly { count: number }[]) => points.reduce((all, { count }) => all + count, 0);
  const exact = await count(100);
  expect(exact.every(({ isExact }) => isExact)).toBe(true);
  expect(sum(exact)).toBe(96);
  const [estimate] = await count(20);
  expect(estimate?.isExact).toBe(false);
  // Of the first 21 rows, one a second, 20 match: as many as if the rest of the part were so too.
  const end = Math.min(Math.ceil((from.getTime() + 1) / 3_600_000) * 3_600_000, to.getTime());
  const lasts = Math.min((end - from.getTime()) / 1000, 3600);
  expect(estimate?.count).toBe(Math.round((20 * lasts) / 20));
});
