import type { Deviation } from '@scitex/monitoring-storage';

export function differs({ differences }: Deviation): boolean {
  return Object.values(differences).some((difference) => difference !== 0);
}

/** One deviation for each kind and unit, in the order of the first of each. */
export function sumUp(deviations: readonly Deviation[]): Deviation[] {
  const groups = Map.groupBy(deviations, ({ kind, unit }) => `${kind} ${unit}`);
  return Array.from(groups.values(), (group) => group.reduce(add));
}

function add(a: Deviation, b: Deviation): Deviation {
  const figures = Object.keys(a.differences) as (keyof Deviation['differences'])[];
  const sums = figures.map((figure) => [figure, a.differences[figure] + b.differences[figure]]);
  return {
    ...a,
    found: a.found + b.found,
    differences: Object.fromEntries(sums) as Deviation['differences'],
  };
}
