import type { ActivityEvent, ApiCallEvent, ErrorEvent, MetricEvent } from '@scitex/monitoring-contracts';
import { describeError } from '../capture/errors/describe-error.js';
import { failureOf } from '../capture/outbound/failure-of.js';
import type { MonitoringSettings } from '../monitoring.settings.js';
import type { Scrubber } from '../scrubbing/scrubber.js';
import { callerOf } from './caller.js';
import {
  endpoint,
  figure,
  optionalEndpoint,
  optionalFigure,
  optionalRateLimit,
  optionalText,
  text,
} from './fields.js';
import type { Activity, ApiUsage, ErrorContext, Metric, ReportedError } from './log-entries.js';

/** Makes events of what the host logs itself, filled in from the request that is being served. */
export class LogEvents {
  constructor(
    private readonly settings: MonitoringSettings,
    private readonly scrubber: Scrubber,
  ) {}

  apiCall(usage: ApiUsage): ApiCallEvent {
    const statusCode = optionalFigure(usage.statusCode);
    const isAnswered = statusCode !== null && statusCode < 400;
    const success =
      typeof usage.success === 'boolean' ? usage.success : isAnswered && usage.error === undefined;
    return {
      timestamp: Date.now(),
      apiName: text(usage.apiName),
      endpoint: endpoint(usage.endpoint),
      method: text(usage.method ?? 'GET').toUpperCase(),
      responseTime: figure(usage.responseTime),
      statusCode,
      success,
      failure: success ? null : failureIn(usage.error, statusCode),
      queryParams: this.scrubber.object(usage.queryParams),
      responseSize: optionalFigure(usage.responseSize),
      rateLimit: optionalRateLimit(usage.rateLimit),
      traceId: callerOf(this.settings, null).traceId,
    };
  }

  error(error: unknown, context: ErrorContext): ErrorEvent {
    const caller = callerOf(this.settings, context.user);
    return {
      timestamp: Date.now(),
      severity: typeof context.severity === 'string' ? context.severity : 'medium',
      ...(isReported(error) ? fromReport(error, this.scrubber) : describeError(error, this.scrubber)),
      endpoint: optionalEndpoint(context.endpoint) ?? caller.endpoint,
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
      metricType: text(metric.metricType),
      endpoint: optionalEndpoint(metric.endpoint) ?? caller.endpoint,
      method: caller.method,
      value: figure(metric.value),
      statusCode: optionalFigure(metric.statusCode),
      userId: caller.identity?.id ?? null,
      traceId: caller.traceId,
      metadata: this.scrubber.object(metric.metadata),
    };
  }

  activity(activity: Activity): ActivityEvent {
    const caller = callerOf(this.settings, activity.user);
    return {
      timestamp: Date.now(),
      activityType: text(activity.activityType),
      endpoint: caller.endpoint,
      method: caller.method,
      userId: caller.identity?.id ?? null,
      userLabel: caller.identity?.label ?? null,
      sessionId: activity.sessionId === undefined ? caller.sessionId : optionalText(activity.sessionId),
      ipAddress: caller.ipAddress,
      userAgent: caller.userAgent,
      duration: optionalFigure(activity.duration),
      module: optionalText(activity.module),
      feature: optionalText(activity.feature),
      success: activity.success !== false,
      details: this.scrubber.object(activity.details),
    };
  }
}

/** A status of 400 or above says itself what went wrong. */
function failureIn(error: unknown, statusCode: number | null): string | null {
  if (error === undefined || error === null || (statusCode !== null && statusCode >= 400)) return null;
  return typeof error === 'string' ? text(error) : failureOf(error);
}

function isReported(error: unknown): error is ReportedError {
  if (typeof error !== 'object' || error === null) return false;
  try {
    const { errorType, message } = error as Partial<ReportedError>;
    return typeof errorType === 'string' && typeof message === 'string' && !(error instanceof Error);
  } catch {
    // It cannot be read as a report; what can be read of it, describeError reads.
    return false;
  }
}

function fromReport({ errorType, message, stackTrace }: ReportedError, scrubber: Scrubber) {
  return {
    errorType: text(errorType),
    message: scrubber.text(message, 8_192),
    stackTrace: typeof stackTrace === 'string' ? scrubber.text(stackTrace, 32_768) : null,
  };
}
