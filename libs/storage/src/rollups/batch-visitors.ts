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

  get isEmpty(): boolean {
    return this.#minutes.size === 0;
  }

  /**
   * Minutes in seconds since 1970, names, and how often each was there: as two array literals around a JSON array, since
   * pg would quote every number, and take its time for every name.
   */
  columns(): [seconds: string, names: string, counts: string] {
    const visits = [...this.#minutes].flatMap(([minute, visitors]) =>
      Array.from(visitors, ([name, count]) => ({ second: minute / 1000, name, count })),
    );
    const literal = (column: 'second' | 'count') => `{${visits.map((visit) => visit[column]).join(',')}}`;
    return [literal('second'), JSON.stringify(visits.map(({ name }) => name)), literal('count')];
  }
}
