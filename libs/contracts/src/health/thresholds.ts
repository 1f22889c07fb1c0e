export const CHECK_NAMES = ['avgResponseTime', 'errorRate', 'apiSuccessRate'] as const;

export type CheckName = (typeof CHECK_NAMES)[number];

/** Where a check turns to `warning` and to `critical`. */
export interface Limits {
  readonly name: CheckName;
  readonly warning: number;
  readonly critical: number;
}

/**
 * The limits of a check, and what they are measured in.
 * `higher`: larger values are worse. `lower`: smaller values are worse.
 * A value that stands on a limit belongs to the warning band, on both of its edges.
 */
export interface Threshold extends Limits {
  readonly unit: 'ms' | '%';
  readonly worse: 'higher' | 'lower';
}

export const DEFAULT_THRESHOLDS: readonly Threshold[] = [
  { name: 'avgResponseTime', unit: 'ms', worse: 'higher', warning: 500, critical: 1000 },
  { name: 'errorRate', unit: '%', worse: 'higher', warning: 2, critical: 5 },
  { name: 'apiSuccessRate', unit: '%', worse: 'lower', warning: 95, critical: 90 },
];

/**
 * The thresholds with other limits in place of those of the same name.
 * @example withLimits(DEFAULT_THRESHOLDS, [{ name: 'errorRate', warning: 1, critical: 3 }])
 */
export function withLimits(thresholds: readonly Threshold[], own: readonly Limits[]): readonly Threshold[] {
  return thresholds.map((threshold) => ({
    ...threshold,
    ...own.find(({ name }) => name === threshold.name),
  }));
}
