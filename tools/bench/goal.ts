import type { Quartiles } from './statistics.ts';

/** What a figure is held to: itself, or its ratio to its reference. */
export interface Goal {
  readonly of: 'value' | 'ratio';
  readonly bound: 'at least' | 'at most' | 'below';
  readonly limit: number;
}

/** A goal as the table shows it. */
export interface Verdict {
  /** «≤ 10», «≥ 0.8 of it». */
  readonly goal: string;
  readonly met: boolean;
  /** Whether half of the rounds say the same. */
  readonly sure: boolean;
}

const SIGNS = { 'at least': '≥', 'at most': '≤', below: '<' } as const;

/** Whether the goal is met by the median of the rounds. What is not a number meets none. */
export function judge(goal: Goal, { lower, median, upper }: Quartiles): Verdict {
  const suffix = goal.of === 'ratio' ? ' of it' : '';
  const met = isMet(goal, median);
  const sure = isMet(goal, lower) === met && isMet(goal, upper) === met;
  return { goal: `${SIGNS[goal.bound]} ${goal.limit}${suffix}`, met, sure };
}

function isMet({ bound, limit }: Goal, figure: number): boolean {
  switch (bound) {
    case 'at least':
      return figure >= limit;
    case 'at most':
      return figure <= limit;
    case 'below':
      return figure < limit;
    default:
      return bound satisfies never;
  }
}
