import type { ErrorEvent, MetricEvent } from '@scitex/monitoring-contracts';
import { queryParamsOf } from '../../scrubbing/query-params.js';
import type { Scrubber } from '../../scrubbing/scrubber.js';
import { describeError } from '../errors/describe-error.js';
import type { FailedRequest, FinishedRequest } from './finished-request.js';

export function toResponseTime(request: FinishedRequest): MetricEvent {
  const { context, ipAddress, userAgent } = request;
  return {
    timestamp: request.timestamp,
    metricType: 'response_time',
    endpoint: request.endpoint,
    method: context.method,
    value: request.duration,
    statusCode: request.statusCode,
    userId: request.identity?.id ?? null,
    traceId: context.traceId,
    metadata: { ipAddress, userAgent },
  };
}

/** What nobody caught is `high`; `critical` is for people to say. */
export function toServerError(request: FailedRequest, scrubber: Scrubber): ErrorEvent {
  const { context, thrown, statusCode } = request;
  return {
    timestamp: thrown.timestamp,
    severity: 'high',
    ...describeError(thrown.value, scrubber),
    endpoint: request.endpoint,
    method: context.method,
    userId: request.identity?.id ?? null,
    userAgent: request.userAgent,
    ipAddress: request.ipAddress,
    traceId: context.traceId,
    metadata: {
      statusCode,
      handler: context.handler?.name ?? null,
      query: queryParamsOf(context.url, scrubber),
    },
  };
}
