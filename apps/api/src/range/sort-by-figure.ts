interface Compared {
  readonly p95: number;
  readonly previous: { readonly p95: number } | null;
}

/** Sorted by a figure, those without it last; ties stay in the order that they come in. */
export function sortByFigure<Item>(
  items: readonly Item[],
  figureOf: (item: Item) => number | null,
  order: 'asc' | 'desc',
): Item[] {
  const sign = order === 'asc' ? 1 : -1;
  return items.toSorted((a, b) => {
    const [one, other] = [figureOf(a), figureOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}

/** How much longer the 95th percentile has become since the period before, as a share of what it was. */
export function changeOf({ p95, previous }: Compared): number | null {
  return previous && previous.p95 > 0 ? p95 / previous.p95 - 1 : null;
}
