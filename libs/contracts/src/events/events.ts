import type { Severity } from '../errors/severity.js';
import type { RateLimit } from './rate-limit.js';

/** Which service recorded a batch. */
export interface Source {
  readonly app: string;
  readonly environment: string;
  readonly release: string | null;
  readonly instance: string;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

interface Recorded {
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  /** How many alike events this one stands for; 1 where it is left out. */
  readonly weight?: number;
}

/** One measured value; with `metricType: 'response_time'`, one answered request. */
export interface MetricEvent extends Recorded {
  readonly metricType: string;
  readonly endpoint: string | null;
  readonly method: string | null;
  /** Milliseconds for times; the metric's own unit otherwise. */
  readonly value: number;
  readonly statusCode: number | null;
  readonly userId: string | null;
  readonly traceId: string | null;
  readonly metadata: JsonObject;
}

/** One occurrence of an error. */
export interface ErrorEvent extends Recorded {
  readonly severity: Severity;
  readonly errorType: string;
  readonly message: string;
  readonly stackTrace: string | null;
  readonly endpoint: string | null;
  readonly method: string | null;
  readonly userId: string | null;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  readonly traceId: string | null;
  readonly metadata: JsonObject;
}

/** One outbound call. `statusCode` is null where no answer came, `failure` where one came whole. */
export interface ApiCallEvent extends Recorded {
  readonly apiName: string;
  readonly endpoint: string;
  readonly method: string;
  /** Milliseconds. */
  readonly responseTime: number;
  readonly statusCode: number | null;
  readonly success: boolean;
  /** Why no answer came, or not the whole of one, such as `timeout` or `dns: ENOTFOUND`. */
  readonly failure: string | null;
  readonly queryParams: JsonObject;
  /** Bytes, where known. */
  readonly responseSize: number | null;
  /** What the answer said of it; hosts with an older module leave it out. */
  readonly rateLimit?: RateLimit | null;
  readonly traceId: string | null;
}

/** Something that a user of the monitored application did. */
export interface ActivityEvent extends Recorded {
  readonly activityType: string;
  /** Of the request that it was done by, where one was. */
  readonly endpoint: string | null;
  readonly method: string | null;
  readonly userId: string | null;
  readonly userLabel: string | null;
  readonly sessionId: string | null;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  /** Milliseconds. */
  readonly duration: number | null;
  readonly module: string | null;
  readonly feature: string | null;
  readonly success: boolean;
  readonly details: JsonObject;
}

/** The events of each kind, as they are buffered, sent and stored. */
export interface Events {
  readonly metrics: readonly MetricEvent[];
  readonly errors: readonly ErrorEvent[];
  readonly apiCalls: readonly ApiCallEvent[];
  readonly activities: readonly ActivityEvent[];
}

export type EventKind = keyof Events;

export const EVENT_KINDS = ['metrics', 'errors', 'apiCalls', 'activities'] as const satisfies EventKind[];

/** What is sent and stored at once, or not at all. A batch that arrives twice is stored once: `id` is its claim. */
export interface Batch extends Events {
  /** A UUID. */
  readonly id: string;
  readonly source: Source;
}
