export type HealthStatus = 'healthy' | 'warning' | 'critical' | 'insufficient-data';

export interface HealthCheckResult {
  readonly name: string;
  readonly status: HealthStatus;
  /** Null where there was nothing to judge. */
  readonly value: number | null;
  readonly unit: 'ms' | '%';
  readonly warning: number;
  readonly critical: number;
  /** ISO 8601, to the minute: since when it has this status. */
  readonly since: string | null;
  /** It has had it for longer: `since` is as far back as was looked, a day. */
  readonly sinceIsBound: boolean;
}

/** The body of `GET health`; written out, as the wire schema behind it is zod's and stays inside. */
export interface HealthSummary {
  /** The worst of the checks that had something to judge. */
  readonly healthStatus: HealthStatus;
  readonly errorCount: number;
  /** Percent. */
  readonly errorRate: number;
  /** Milliseconds. */
  readonly avgResponseTime: number;
  /** Percent. */
  readonly apiSuccessRate: number;
  readonly totalRequests: number;
  readonly totalApiCalls: number;
  /** ISO 8601; `to` exclusive. */
  readonly window: { readonly from: string; readonly to: string };
  readonly checks: readonly HealthCheckResult[];
}
