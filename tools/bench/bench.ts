import { judge, type Goal, type Verdict } from './goal.ts';
import { median, quartiles, type Quartiles } from './statistics.ts';

/** What a figure is. */
export interface Subject {
  readonly name: string;
  readonly unit: string;
  /** What the reference is. */
  readonly against: string;
  readonly goal?: Goal;
}

/** What a benchmark found, against its reference in the same run. */
export interface Finding {
  readonly name: string;
  readonly unit: string;
  readonly against: string;
  /** The median of the rounds. */
  readonly value: number;
  readonly spread: Quartiles;
  readonly reference: number;
  /** How the value compares with its reference: 0.8 is four fifths of it. */
  readonly ratio: number;
  readonly verdict?: Verdict;
}

/** What could not be measured here, and why. */
export interface Unmeasured {
  readonly name: string;
  readonly reason: string;
}

export type Row = Finding | Unmeasured;

/** Both measured one right after the other, so that whatever else the machine does meets both alike. */
export interface Round {
  readonly value: number;
  readonly reference: number;
}

/** Where a benchmark runs. */
export interface Bed {
  /** A migrated store. */
  readonly storeUrl: string;
  /** How many rounds count; those that warm up come on top. */
  readonly rounds: number;
  readonly stop: AbortSignal;
  /** Told of each round that ends. */
  readonly onRound?: () => void;
}

export type Bench = (bed: Bed) => Promise<readonly Row[]>;

/** The medians of the rounds. That of the ratios is steadier than the ratio of the medians. */
export function findingOf({ goal, ...what }: Subject, rounds: readonly Round[]): Finding {
  const spread = quartiles(rounds.map(({ value }) => value));
  const ratios = quartiles(rounds.map(({ value, reference }) => value / reference));
  return {
    ...what,
    value: spread.median,
    spread,
    reference: median(rounds.map(({ reference }) => reference)),
    ratio: ratios.median,
    verdict: goal && judge(goal, goal.of === 'value' ? spread : ratios),
  };
}

/** Calls `measure` for each round that warms up and each that counts, and keeps the latter. */
export async function inRounds<Measured>(
  { rounds, stop, onRound }: Bed,
  warmUp: number,
  measure: (round: number) => Promise<Measured>,
): Promise<Measured[]> {
  const kept: Measured[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    stop.throwIfAborted();
    const measured = await measure(round);
    if (round >= 0) kept.push(measured);
    onRound?.();
  }
  return kept;
}
