import { binOf, entryOf } from '../../src/rollups/histogram.js';
import { percentile, pick, randomNumbers } from '../queries/reference.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());

const random = randomNumbers(7);
const draw = (count: number, value: (index: number) => number) =>
  Array.from({ length: count }, (_, i) => value(i));
const HARD: Record<string, number[]> = {
  'one value': [12.5],
  'two values far apart': [0.004, 9e6],
  'nothing but zero': draw(100, () => 0),
  'zero, and now and then a second': draw(1000, (index) => (index % 50 ? 0 : 1000)),
  'two humps': draw(2000, () => (random() < 0.5 ? 1 : 1000) * (1 + random())),
  'a long tail': draw(3000, () => 1 / (1 - random()) ** 2),
  'all sizes alike': draw(5000, () => Math.exp(random() * 46 - 12)),
  'a nanosecond and more': draw(500, (index) => 1e-6 * (index + 1)),
  'the bounds of bins': draw(2337, (bin) => (bin === 0 ? 0 : 2 ** ((bin - 1) / 32 - 20))),
  'more than fits exactly': draw(300, () => pick([1, Number.MAX_SAFE_INTEGER], random())),
};

/** As several batches would bring it, one entry or so for each value. */
const entriesOf = (values: readonly number[]) => values.map((value) => entryOf(binOf(value), 1));

describe('a histogram', () => {
  it.each(Object.entries(HARD))('knows any percentile of %s to 2 %%', async (_, values) => {
    for (const fraction of [0, 0.01, 0.5, 0.9, 0.95, 0.99, 0.999, 1]) {
      const [row] = await store.sql(
        `SELECT monitoring.histogram_percentile($1::bigint[], $2) AS whole,
           monitoring.histogram_percentile(monitoring.compact_histogram($1::bigint[]), $2) AS compact`,
        [entriesOf(values), fraction],
      );
      const exact = percentile(values, fraction) ?? NaN;
      expect(Math.abs(Number(row?.['whole']) - exact)).toBeLessThanOrEqual(0.02 * exact);
      expect(row?.['compact']).toBe(row?.['whole']);
    }
  });

  it('puts a value into the same bin in SQL and in JavaScript', async () => {
    const values = [...Object.values(HARD).flat(), -1, 2 ** -20 - 1e-12, 5e-324];
    const rows = await store.sql(
      `SELECT monitoring.histogram_bin(value)::int AS bin FROM unnest($1::float8[]) WITH ORDINALITY AS v (value, i) ORDER BY i`,
      [values],
    );
    expect(rows.map(({ bin }) => bin)).toEqual(values.map(binOf));
  });

  it('merges in any order, in parts, and within bounds', async () => {
    const values = draw(20_000, () => Math.exp(random() * 20 - 5));
    const parts = draw(400, (index) => index).map((index) =>
      entriesOf(values.slice(index * 50, index * 50 + 50)),
    );
    const [row] = await store.sql(
      `WITH part AS (
         SELECT i, ARRAY(SELECT json_array_elements_text(part)::bigint) AS histogram
         FROM json_array_elements($1) WITH ORDINALITY AS parts (part, i)
       )
       SELECT cardinality(monitoring.merged_histogram(histogram ORDER BY i)) AS entries,
         monitoring.compact_histogram(monitoring.merged_histogram(histogram ORDER BY i)) AS forward,
         monitoring.compact_histogram(monitoring.merged_histogram(histogram ORDER BY -i)) AS backward
       FROM part`,
      [JSON.stringify(parts)],
    );
    const bins = new Map<number, number>();
    for (const value of values) bins.set(binOf(value), (bins.get(binOf(value)) ?? 0) + 1);
    const whole = [...bins].sort(([a], [b]) => a - b).map(([bin, count]) => String(entryOf(bin, count)));
    expect(row?.['forward']).toEqual(whole);
    expect(row?.['backward']).toEqual(whole);
    expect(row?.['entries']).toBeLessThanOrEqual(whole.length + 192);
  });

  it('of nothing has no percentile', async () => {
    expect(await store.sql(`SELECT monitoring.histogram_percentile('{}', 0.5) AS nothing`)).toEqual([
      { nothing: null },
    ]);
  });

  it('counts in a bin up to its limit', async () => {
    const full = entryOf(5, 2 ** 41);
    expect(
      await store.sql('SELECT monitoring.compact_histogram($1::bigint[]) AS merged', [[full, full, 1]]),
    ).toEqual([{ merged: ['1', String(full)] }]);
  });
});
