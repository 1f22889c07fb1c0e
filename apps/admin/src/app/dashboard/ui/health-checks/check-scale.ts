import type { HealthCheck } from '@scitex/monitoring-contracts';

/** Where a value stands among its limits, in percent of a scale's width, on which worse is further right. */
export interface CheckScale {
  readonly value: number;
  readonly warning: number;
  readonly critical: number;
}

/** How far beyond the critical limit the scale goes, as a part of the way to it. */
const BEYOND = 1.35;

/** Nothing where there is no value. The scale begins at the best value that there is, or 0 ms. */
export function toScale({ value, unit, warning, critical }: HealthCheck): CheckScale | undefined {
  if (value === null) return undefined;
  const best = unit === '%' && critical < warning ? 100 : 0;
  const end = Math.abs(critical - best) * BEYOND;
  const place = (at: number) => Math.min(100, (100 * Math.abs(at - best)) / end);
  return { value: place(value), warning: place(warning), critical: place(critical) };
}
