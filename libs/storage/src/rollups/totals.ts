import type { TallyKind } from './rollup-kind.js';
import { Series } from './series.js';

/** The series of a coarser kind that some series amount to: those are one that are alike in its columns. */
export function totalsOf({ keys }: TallyKind, series: readonly Series[]): Series[] {
  const columns = Object.keys(keys);
  const totals = new Map<string, Series>();
  for (const each of series) {
    const names = columns.map((column) => [column, each.names[column]] as const);
    const key = JSON.stringify(names);
    const total = totals.get(key) ?? new Series(Object.fromEntries(names));
    total.include(each);
    totals.set(key, total);
  }
  return [...totals.values()];
}
