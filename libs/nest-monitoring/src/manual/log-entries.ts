import type { RateLimit, Severity } from '@scitex/monitoring-contracts';
import type { Identity } from '../monitoring.options.js';

/** A call to another system that the host measured itself. */
export interface ApiUsage {
  readonly apiName: string;
  readonly endpoint: string;
  /** Default `GET`. */
  readonly method?: string;
  /** Milliseconds. */
  readonly responseTime: number;
  /** Null where no answer came. */
  readonly statusCode?: number | null;
  /** Default: a status below 400. */
  readonly success?: boolean;
  /** Why it got no answer: what was thrown, or a reason in a word, such as `timeout`. A failed call has no success. */
  readonly error?: unknown;
  readonly queryParams?: object | undefined;
  /** Bytes. */
  readonly responseSize?: number | null;
  /** What the answer said of one; read from its headers where the call is timed. */
  readonly rateLimit?: RateLimit | null;
}

export interface ErrorContext {
  /** Default `medium`. */
  readonly severity?: Severity;
  /** Default: the endpoint of the request that is being served. */
  readonly endpoint?: string;
  /** Default: the user of the request that is being served. */
  readonly user?: Identity | string | null;
  readonly metadata?: object;
}

/** An error that is no JavaScript error, such as one that a worker reported. */
export interface ReportedError {
  readonly errorType: string;
  readonly message: string;
  readonly stackTrace?: string | null;
}

export interface Metric {
  /** `response_time`, `api_call`, `error_rate`, `user_action`, `database_query`, or a name of your own. */
  readonly metricType: string;
  /** Milliseconds for times; the metric's own unit otherwise. */
  readonly value: number;
  readonly endpoint?: string;
  readonly statusCode?: number;
  readonly metadata?: object;
}

export interface Activity {
  readonly activityType: string;
  /** Default: the user of the request that is being served. */
  readonly user?: Identity | string | null;
  readonly sessionId?: string | null;
  readonly details?: object;
  /** Milliseconds. */
  readonly duration?: number;
  readonly module?: string;
  readonly feature?: string;
  /** Default `true`. */
  readonly success?: boolean;
}
