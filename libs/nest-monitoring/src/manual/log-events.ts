import type { ActivityEvent, ApiCallEvent, ErrorEvent, MetricEvent } from '@scitex/monitoring-contracts';
import { describeError } from '../capture/errors/describe-error.js';
import { pathOf } from '../capture/inbound/exclusion.js';
import { failureOf } from '../capture/outbound/failure-of.js';
import type { MonitoringSettings } from '../monitoring.settings.js';
import { scrubText } from '../scrubbing/scrub-text.js';
import type { Scrubber } from '../scrubbing/scrubber.js';
import { callerOf } from './caller.js';
import type { Activity, ApiUsage, ErrorContext, Metric, ReportedError } from './log-entries.js';

/** As much as the store keeps of them, so that what is cut is marked. */
const MAX_NAME = 256;
const MAX_ENDPOINT = 512;

const name = (text: string): string => scrubText(String(text), MAX_NAME);
const nameOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : name(text);
/** As the host names it; of a URL, what is not its query. */
const endpointOf = (text: string): string => scrubText(pathOf(String(text)), MAX_ENDPOINT);

/** Makes events of what the host logs itself, filled in from the request that is being served. */
export class LogEvents {
  constructor(
    private readonly settings: MonitoringSettings,
    private readonly scrubber: Scrubber,
  ) {}

  apiCall(usage: ApiUsage): ApiCallEvent {
    const statusCode = usage.statusCode ?? null;
    const isAnswered = statusCode !== null && statusCode < 400;
    const success = usage.success ?? (isAnswered && usage.error === undefined);
    return {
      timestamp: Date.now(),
      apiName: name(usage.apiName),
      endpoint: endpointOf(usage.endpoint),
      method: name(usage.method ?? 'GET').toUpperCase(),
      responseTime: usage.responseTime,
      statusCode,
      success,
      failure: success ? null : failureIn(usage.error, statusCode),
      queryParams: this.scrubber.object(usage.queryParams),
      responseSize: usage.responseSize ?? null,
      traceId: callerOf(this.settings, null).traceId,
    };
  }

  error(error: unknown, context: ErrorContext): ErrorEvent {
    const caller = callerOf(this.settings, context.user);
    return {
      timestamp: Date.now(),
      severity: context.severity ?? 'medium',
      ...(isReported(error) ? fromReport(error, this.scrubber) : describeError(error, this.scrubber)),
      endpoint: context.endpoint === undefined ? caller.endpoint : endpointOf(context.endpoint),
      method: caller.method,
      userId: caller.identity?.id ?? null,
      userAgent: caller.userAgent,
      ipAddress: caller.ipAddress,
      traceId: caller.traceId,
      metadata: this.scrubber.object(context.metadata),
    };
  }

  metric(metric: Metric): MetricEvent {
    const caller = callerOf(this.settings, undefined);
    return {
      timestamp: Date.now(),
      metricType: name(metric.metricType),
      endpoint: metric.endpoint === undefined ? caller.endpoint : endpointOf(metric.endpoint),
      method: caller.method,
      value: metric.value,
      statusCode: metric.statusCode ?? null,
      userId: caller.identity?.id ?? null,
      traceId: caller.traceId,
      metadata: this.scrubber.object(metric.metadata),
    };
  }

  activity(activity: Activity): ActivityEvent {
    const caller = callerOf(this.settings, activity.user);
    return {
      timestamp: Date.now(),
      activityType: name(activity.activityType),
      endpoint: caller.endpoint,
      method: caller.method,
      userId: caller.identity?.id ?? null,
      userLabel: caller.identity?.label ?? null,
      sessionId: activity.sessionId === undefined ? caller.sessionId : nameOrNull(activity.sessionId),
      ipAddress: caller.ipAddress,
      userAgent: caller.userAgent,
      duration: activity.duration ?? null,
      module: nameOrNull(activity.module),
      feature: nameOrNull(activity.feature),
      success: activity.success ?? true,
      details: this.scrubber.object(activity.details),
    };
  }
}

/** A status of 400 or above says itself what went wrong. */
function failureIn(error: unknown, statusCode: number | null): string | null {
  if (error === undefined || error === null || (statusCode !== null && statusCode >= 400)) return null;
  return typeof error === 'string' ? name(error) : failureOf(error);
}

function isReported(error: unknown): error is ReportedError {
  if (typeof error !== 'object' || error === null || error instanceof Error) return false;
  const { errorType, message } = error as Partial<ReportedError>;
  return typeof errorType === 'string' && typeof message === 'string';
}

function fromReport({ errorType, message, stackTrace }: ReportedError, scrubber: Scrubber) {
  return {
    errorType: name(errorType),
    message: scrubber.text(message, 8_192),
    stackTrace: typeof stackTrace === 'string' ? scrubber.text(stackTrace, 32_768) : null,
  };
}
