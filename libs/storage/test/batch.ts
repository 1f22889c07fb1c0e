import { randomUUID } from 'node:crypto';
import type {
  ActivityEvent,
  ApiCallEvent,
  Batch,
  ErrorEvent,
  MetricEvent,
  Source,
} from '@scitex/monitoring-contracts';

export const SOURCE: Source = {
  app: 'research-api',
  environment: 'production',
  release: '1.0.0',
  instance: 'one',
};

type Events = Partial<Pick<Batch, 'metrics' | 'errors' | 'apiCalls' | 'activities'>>;

export function batch(events: Events, source: Partial<Source> = {}): Batch {
  return {
    id: randomUUID(),
    source: { ...SOURCE, ...source },
    metrics: [],
    errors: [],
    apiCalls: [],
    activities: [],
    ...events,
  };
}

/** One answered request. */
export function request(changes: Partial<MetricEvent> = {}): MetricEvent {
  return {
    timestamp: Date.now(),
    metricType: 'response_time',
    endpoint: '/papers/:id',
    method: 'GET',
    value: 12.5,
    statusCode: 200,
    userId: null,
    traceId: null,
    metadata: { ipAddress: '127.0.0.1', userAgent: 'spec' },
    ...changes,
  };
}

export function failure(changes: Partial<ErrorEvent> = {}): ErrorEvent {
  return {
    timestamp: Date.now(),
    severity: 'high',
    errorType: 'NotFoundError',
    message: 'Paper 42 not found',
    stackTrace: 'NotFoundError: Paper 42 not found\n    at find (/srv/app/src/papers.js:12:7)',
    endpoint: '/papers/:id',
    method: 'GET',
    userId: null,
    userAgent: null,
    ipAddress: null,
    traceId: null,
    metadata: {},
    ...changes,
  };
}

export function apiCall(changes: Partial<ApiCallEvent> = {}): ApiCallEvent {
  return {
    timestamp: Date.now(),
    apiName: 'crossref',
    endpoint: '/works',
    method: 'GET',
    responseTime: 80,
    statusCode: 200,
    success: true,
    failure: null,
    queryParams: { q: 'growth' },
    responseSize: 2048,
    traceId: null,
    ...changes,
  };
}

export function activity(changes: Partial<ActivityEvent> = {}): ActivityEvent {
  return {
    timestamp: Date.now(),
    activityType: 'search',
    endpoint: '/papers/search',
    method: 'GET',
    userId: 'ada',
    userLabel: 'Ada',
    sessionId: 's1',
    ipAddress: null,
    userAgent: null,
    duration: 5,
    module: null,
    feature: null,
    success: true,
    details: {},
    ...changes,
  };
}
