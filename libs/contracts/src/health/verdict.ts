import type { Health, HealthCheck, HealthQuery, HealthStatus } from './health.schema.js';
import { DEFAULT_THRESHOLDS, type Threshold } from './thresholds.js';

/** What a window holds. Averages and rates are null where there is nothing to average. */
export interface HealthFigures {
  totalRequests: number;
  totalApiCalls: number;
  errorCount: number;
  avgResponseTime: number | null;
  errorRate: number | null;
  apiSuccessRate: number | null;
}

/**
 * The body of `GET health` for what a window holds: each figure judged, and the worst check counts. Since when it has
 * been so, `withSince` tells.
 */
export function judgeHealth(
  figures: HealthFigures,
  window: { from: Date; to: Date },
  thresholds: readonly Threshold[] = DEFAULT_THRESHOLDS,
): Health {
  const checks = thresholds.map((threshold) => judge(threshold, figures[threshold.name]));
  return {
    healthStatus: figures.totalRequests === 0 ? 'insufficient-data' : worst(checks),
    errorCount: figures.errorCount,
    errorRate: figures.errorRate ?? 0,
    avgResponseTime: figures.avgResponseTime ?? 0,
    apiSuccessRate: figures.apiSuccessRate ?? 100,
    totalRequests: figures.totalRequests,
    totalApiCalls: figures.totalApiCalls,
    window: { from: window.from.toISOString(), to: window.to.toISOString() },
    checks,
  };
}

/** Whether `GET health` answers 503 rather than 200. */
export function failsGate(status: HealthStatus, failOn: HealthQuery['failOn']): boolean {
  switch (failOn) {
    case 'never':
      return false;
    case 'warning':
      return status === 'warning' || status === 'critical';
    case 'critical':
      return status === 'critical';
    default:
      return failOn satisfies never;
  }
}

function judge(threshold: Threshold, value: number | null): HealthCheck {
  const { name, unit, warning, critical } = threshold;
  const status = statusOf(threshold, value);
  return { name, status, value, unit, warning, critical, since: null, sinceIsBound: false };
}

/** @param value null where there is nothing to judge */
export function statusOf({ worse, warning, critical }: Threshold, value: number | null): HealthStatus {
  if (value === null) return 'insufficient-data';
  const sign = worse === 'higher' ? 1 : -1;
  if (sign * value > sign * critical) return 'critical';
  return sign * value >= sign * warning ? 'warning' : 'healthy';
}

function worst(checks: readonly HealthCheck[]): HealthStatus {
  const has = (status: HealthStatus) => checks.some((check) => check.status === status);
  if (has('critical')) return 'critical';
  return has('warning') ? 'warning' : 'healthy';
}
