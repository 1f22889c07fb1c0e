/**
 * Where a check turns to `warning` and to `critical`.
 * `higher`: larger values are worse. `lower`: smaller values are worse.
 * A value that stands on a limit belongs to the warning band, on both of its edges.
 */
export interface Threshold {
  readonly name: 'avgResponseTime' | 'errorRate' | 'apiSuccessRate';
  readonly unit: 'ms' | '%';
  readonly worse: 'higher' | 'lower';
  readonly warning: number;
  readonly critical: number;
}

export const DEFAULT_THRESHOLDS: readonly Threshold[] = [
  { name: 'avgResponseTime', unit: 'ms', worse: 'higher', warning: 500, critical: 1000 },
  { name: 'errorRate', unit: '%', worse: 'higher', warning: 2, critical: 5 },
  { name: 'apiSuccessRate', unit: '%', worse: 'lower', warning: 95, critical: 90 },
];
