import type { Bucket } from './bucket.js';
import type { TallyName } from './figures.js';
import { entryOf } from './histogram.js';
import { figuresOf, UNIT_NAMES, type TallyKind, type Unit } from './rollup-kind.js';
import type { Series } from './series.js';

/** A unit as a bit, so that one row can be added to the buckets of several. */
export function bitOf(unit: Unit): number {
  return 1 << UNIT_NAMES.indexOf(unit);
}

/**
 * The buckets of a batch as PostgreSQL's array literals, one for each column: pg's own would quote every number. They
 * grow as buckets are added, so that no step takes long.
 */
export class BucketColumns {
  readonly #columns: string[] = [];
  readonly #figures: readonly TallyName[];

  constructor(private readonly kind: TallyKind) {
    this.#figures = figuresOf(kind);
  }

  /** @param ordinal of the series, from 1 as in SQL */
  add(ordinal: number, series: Series): void {
    for (const { units, buckets } of series.levels(this.kind.units)) {
      const bits = units.reduce((sum, unit) => sum | bitOf(unit), 0);
      for (const [start, bucket] of buckets)
        this.#add([ordinal, bits, start / 1000, ...this.#figures.map((figure) => figureOf(bucket, figure))]);
    }
  }

  /** Series, units, seconds since 1970, and the figures of the kind. */
  literals(): string[] {
    return this.#columns.map((column) => `{${column}}`);
  }

  #add(row: readonly (string | number)[]): void {
    row.forEach((value, column) => {
      const before = this.#columns[column];
      this.#columns[column] = before === undefined ? `${value}` : `${before},${value}`;
    });
  }
}

function figureOf(bucket: Bucket, figure: TallyName): string | number {
  const value = bucket[figure];
  return typeof value === 'number' ? value : entriesOf(value);
}

function entriesOf(counts: ReadonlyMap<number, number>): string {
  let entries = '';
  for (const [bin, n] of counts) entries += entries === '' ? entryOf(bin, n) : `,${entryOf(bin, n)}`;
  return `"{${entries}}"`;
}
