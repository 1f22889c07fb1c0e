import type { Health, HealthCheck } from './health.schema.js';
import { DEFAULT_THRESHOLDS, type CheckName, type Threshold } from './thresholds.js';
import { statusOf } from './verdict.js';

/** What a minute, or several, held. `duration`: of all requests together, in milliseconds. */
export interface HealthTotals {
  readonly requests: number;
  readonly failed: number;
  readonly duration: number;
  readonly calls: number;
  readonly succeeded: number;
}

/** Whole minutes up to `end`, and how many of them health is judged over. */
export interface HealthHistory {
  /** The beginning of the minute that is not over yet, in milliseconds. */
  readonly end: number;
  /** The newest first: at least as many as `window`. */
  readonly minutes: readonly HealthTotals[];
  readonly window: number;
}

const MINUTE_MS = 60_000;

/**
 * Health with the time since when each check has its status, to the minute: as long as windows that end earlier and
 * earlier, judged by the limits of now, come out the same. Where all do, `sinceIsBound`: it has been so for longer.
 */
export function withSince(
  health: Health,
  history: HealthHistory,
  thresholds: readonly Threshold[] = DEFAULT_THRESHOLDS,
): Health {
  const windows = slide(history);
  const checks = health.checks.map((check) => {
    const threshold = thresholds.find(({ name }) => name === check.name);
    return threshold ? { ...check, ...sinceOf(check, threshold, windows, history.end) } : check;
  });
  return { ...health, checks };
}

function sinceOf(
  { status }: HealthCheck,
  threshold: Threshold,
  windows: readonly HealthTotals[],
  end: number,
): Pick<HealthCheck, 'since' | 'sinceIsBound'> {
  const other = windows.findIndex(
    (totals) => statusOf(threshold, VALUE_OF[threshold.name](totals)) !== status,
  );
  const oldest = other === -1 ? windows.length - 1 : Math.max(other - 1, 0);
  return { since: new Date(end - oldest * MINUTE_MS).toISOString(), sinceIsBound: other === -1 };
}

/** What each window amounts to: the one that ends now, the one that ended a minute ago, and so on. */
function slide({ minutes, window }: HealthHistory): HealthTotals[] {
  let totals = minutes.slice(0, window).reduce((sum, minute) => plus(sum, minute, 1), NO_TOTALS);
  const windows = [totals];
  for (const [index, entering] of minutes.slice(window).entries()) {
    totals = plus(plus(totals, entering, 1), minutes[index] ?? NO_TOTALS, -1);
    windows.push(totals);
  }
  return windows;
}

export const NO_TOTALS: HealthTotals = { requests: 0, failed: 0, duration: 0, calls: 0, succeeded: 0 };

function plus(a: HealthTotals, b: HealthTotals, sign: 1 | -1): HealthTotals {
  return {
    requests: a.requests + sign * b.requests,
    failed: a.failed + sign * b.failed,
    duration: a.duration + sign * b.duration,
    calls: a.calls + sign * b.calls,
    succeeded: a.succeeded + sign * b.succeeded,
  };
}

const VALUE_OF: Readonly<Record<CheckName, (totals: HealthTotals) => number | null>> = {
  avgResponseTime: ({ duration, requests }) => ratio(duration, requests),
  errorRate: ({ failed, requests }) => ratio(100 * failed, requests),
  apiSuccessRate: ({ succeeded, calls }) => ratio(100 * succeeded, calls),
};

function ratio(part: number, all: number): number | null {
  return all === 0 ? null : part / all;
}
