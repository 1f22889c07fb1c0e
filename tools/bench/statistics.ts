/** The first quartile, the median and the third. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The middle one: a round that the machine disturbed does not count. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Half of the values lie between the outer two: how far apart they are tells how steady the rounds were. */
export function quartiles(values: readonly number[]): Quartiles {
  return { lower: quantile(values, 0.25), median: median(values), upper: quantile(values, 0.75) };
}

/** The value that a share of the others is below: 0.95 for the 95th percentile. Between two neighbours in proportion, as spreadsheets do. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
