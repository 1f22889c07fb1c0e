import type { TimedRow } from '../writer/tables/table.js';
import { UNITS, type VisitorKind } from './rollup-kind.js';

/** Who was there in which minute, and how often: gathered while the rows of a batch are made. */
export class BatchVisitors {
  readonly #minutes = new Map<number, Map<string, number>>();

  constructor(readonly kind: VisitorKind) {}

  add(row: TimedRow): void {
    if (!this.kind.counts(row)) return;
    const minute = Math.floor(row.timestamp / UNITS.minute) * UNITS.minute;
    const visitors = this.#minutes.get(minute) ?? new Map<string, number>();
    this.#minutes.set(minute, visitors);
    const name = row[this.kind.visitor] as string;
    visitors.set(name, (visitors.get(name) ?? 0) + row.weight);
  }

  /** Seconds since 1970, names and counts, as three columns. */
  columns(): [seconds: number[], names: string[], counts: number[]] {
    const seconds: number[] = [];
    const names: string[] = [];
    const counts: number[] = [];
    for (const [minute, visitors] of this.#minutes)
      for (const [name, count] of visitors) {
        seconds.push(minute / 1000);
        names.push(name);
        counts.push(Math.min(count, MOST));
      }
    return [seconds, names, counts];
  }
}

/** How often one is counted in an entry at most. */
const MOST = 2 ** 31 - 1;
