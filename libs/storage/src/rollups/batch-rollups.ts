import type { TimedRow } from '../writer/tables/table.js';
import type { RollupKind } from './rollup-kind.js';
import { Series } from './series.js';

interface Node {
  readonly children: Map<unknown, Node>;
  series?: Series;
}

/** Adds up the rows of a batch while they are made, at a fraction of a microsecond each. */
export class BatchRollups {
  readonly series: Series[] = [];
  readonly #columns: readonly string[];
  readonly #root: Node = { children: new Map() };

  constructor(readonly kind: RollupKind) {
    this.#columns = Object.keys(kind.keys);
  }

  add(row: TimedRow): void {
    const { counts, value } = this.kind;
    if (counts(row))
      this.#seriesOf(row)
        .bucketOf(row.timestamp)
        .add(row[value] as number, row.weight);
  }

  /** Down one column after the other: joining them into one key would take longer than all of the rest. */
  #seriesOf(row: TimedRow): Series {
    let node = this.#root;
    for (const column of this.#columns) node = childOf(node, row[column]);
    return (node.series ??= this.#newSeries(row));
  }

  #newSeries(row: TimedRow): Series {
    const names = this.#columns.map((column) => [column, row[column]]);
    const series = new Series(this.series.length, Object.fromEntries(names));
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
