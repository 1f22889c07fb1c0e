import type { TimedRow } from '../writer/tables/table.js';
import { NameLimit } from './name-limit.js';
import { API_TOTALS, REQUEST_TOTALS, type DetailedKind, type TallyKind } from './rollup-kind.js';
import { Series } from './series.js';
import { totalsOf } from './totals.js';

interface Node {
  readonly children: Map<unknown, Node>;
  series?: Series;
}

const TOTALS: Partial<Record<DetailedKind['name'], TallyKind>> = {
  request: REQUEST_TOTALS,
  api_call: API_TOTALS,
};

/** Of this process. */
const LIMITS: Record<DetailedKind['name'], NameLimit> = {
  request: new NameLimit(),
  api_call: new NameLimit(),
  activity: new NameLimit(),
  error: new NameLimit(),
};

/** Adds up the rows of a batch while they are made, at a fraction of a microsecond each. */
export class BatchRollups {
  readonly series: Series[] = [];
  readonly #columns: readonly string[];
  readonly #root: Node = { children: new Map() };

  constructor(readonly kind: DetailedKind) {
    this.#columns = Object.keys(kind.keys);
  }

  add(row: TimedRow): void {
    const { counts, hasFailed, valueOf } = this.kind;
    if (!counts(row)) return;
    const bucket = this.#seriesOf(row).bucketOf(row.timestamp);
    bucket.add(valueOf(row), row.weight, Number(row['status_code'] ?? 0), hasFailed(row));
  }

  /** All that there is to store. */
  parts(): { readonly kind: TallyKind; readonly series: readonly Series[] }[] {
    const totals = TOTALS[this.kind.name];
    return totals ? [this, { kind: totals, series: totalsOf(totals, this.series) }] : [this];
  }

  #seriesOf(row: TimedRow): Series {
    const leaf = this.#leafOf(row);
    return (leaf.series ??= this.#isAdmitted(row) ? this.#newSeries(row) : this.#seriesOfOthers(row));
  }

  #isAdmitted(row: TimedRow): boolean {
    const names = Object.keys(this.kind.others).map((column) => row[column]);
    return LIMITS[this.kind.name].admits(JSON.stringify(names), Date.now());
  }

  #seriesOfOthers(row: TimedRow): Series {
    const other = { ...row, ...this.kind.others };
    return (this.#leafOf(other).series ??= this.#newSeries(other));
  }

  /** Down one column after the other: joining them into one key would take longer than all of the rest. */
  #leafOf(row: TimedRow): Node {
    let node = this.#root;
    for (const column of this.#columns) node = childOf(node, row[column]);
    return node;
  }

  #newSeries(row: TimedRow): Series {
    const names = this.#columns.map((column) => [column, row[column]]);
    const series = new Series(Object.fromEntries(names));
    this.series.push(series);
    return series;
  }
}

function childOf({ children }: Node, value: unknown): Node {
  const known = children.get(value);
  if (known) return known;
  const child: Node = { children: new Map() };
  children.set(value, child);
  return child;
}
