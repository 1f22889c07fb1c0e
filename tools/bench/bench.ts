/** What a benchmark found, against its reference in the same run. */
export interface Finding {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly reference: number;
  /** What the reference is. */
  readonly against: string;
  /** How the value compares with its reference: 0.8 is four fifths of it. */
  readonly ratio: number;
}

/** Both measured one right after the other, so that whatever else the machine does meets both alike. */
export interface Round {
  readonly value: number;
  readonly reference: number;
}

/** A benchmark on a migrated store of its own. */
export type Bench = (storeUrl: string, stop: AbortSignal) => Promise<Finding>;

/** The medians of the rounds. That of the ratios is steadier than the ratio of the medians. */
export function findingOf(
  what: Pick<Finding, 'name' | 'unit' | 'against'>,
  rounds: readonly Round[],
): Finding {
  return {
    ...what,
    value: median(rounds.map(({ value }) => value)),
    reference: median(rounds.map(({ reference }) => reference)),
    ratio: median(rounds.map(({ value, reference }) => value / reference)),
  };
}

/** The middle one: a round that the machine disturbed does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
}
