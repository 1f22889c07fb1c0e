import type { Bucket } from './bucket.js';
import { entryOf } from './histogram.js';
import { UNIT_NAMES, type Unit } from './rollup-kind.js';
import type { Series } from './series.js';

/** A unit as a bit, so that one row can be added to the buckets of several. */
export function bitOf(unit: Unit): number {
  return 1 << UNIT_NAMES.indexOf(unit);
}

/** The buckets of a batch as PostgreSQL's array literals, one for each column: pg's own would quote every number. */
export class BucketColumns {
  readonly #rows: (string | number)[][] = [];

  /** @param ordinal of the series, from 1 as in SQL */
  add(ordinal: number, series: Series): void {
    for (const { units, buckets } of series.levels()) {
      const bits = units.reduce((sum, unit) => sum | bitOf(unit), 0);
      for (const [start, bucket] of buckets)
        this.#rows.push([ordinal, bits, start / 1000, ...figuresOf(bucket)]);
    }
  }

  /** Series, units, seconds since 1970, and the figures in the order of a bucket's columns. */
  literals(): string[] {
    const columns = this.#rows[0] ?? [];
    return columns.map((_, column) => `{${this.#rows.map((row) => row[column]).join()}}`);
  }
}

function figuresOf({ count, satisfied, tolerating, sum, min, max, bins }: Bucket): (string | number)[] {
  let entries = '';
  for (const [bin, n] of bins) entries += entries === '' ? entryOf(bin, n) : `,${entryOf(bin, n)}`;
  return [count, satisfied, tolerating, sum, min, max, `"{${entries}}"`];
}
