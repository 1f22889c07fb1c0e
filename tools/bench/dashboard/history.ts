import { randomUUID } from 'node:crypto';
import type {
  ActivityEvent,
  ApiCallEvent,
  Batch,
  ErrorEvent,
  MetricEvent,
} from '@scitex/monitoring-contracts';
import { pick } from '@scitex/monitoring-storage/testing';

const APPS = ['portal', 'search', 'billing'];
/** Three hundred in all. */
const ENDPOINTS = Array.from({ length: 100 }, (_, index) => `/resources-${index}/:id`);
const STATUSES = [200, 200, 200, 200, 200, 200, 201, 204, 304, 404, 500, 503];
const APIS = ['crossref', 'orcid', 'payments', 'mail', 'storage'];
const USERS = 5000;
const ACTIVITIES = ['search', 'download', 'login', 'export'];

/** Of a hundred requests, how many come with an outbound call, an activity and an error. */
const CALLS = 10;
const DONE = 5;
const ERRORS = 1;

/** A few of them are asked for most of the time. */
const busy = () => Math.random() ** 2;
/** Milliseconds as services take them: most are short, a few are very long. */
const duration = () => 5 * Math.exp(Math.random() * 3 + Math.random() ** 8 * 3);

/** A batch of one app: requests that are spread evenly over a span, and what comes with them. */
export function historyBatch(requests: number, begin: number, end: number): Batch {
  const step = (end - begin) / requests;
  const times = Array.from({ length: requests }, (_, index) => Math.floor(begin + index * step));
  const some = (percent: number) => times.filter(() => Math.random() * 100 < percent);
  const source = {
    app: pick(APPS, Math.random()),
    environment: 'production',
    release: '1.0.0',
    instance: 'bench-1',
  };
  return {
    id: randomUUID(),
    source,
    metrics: times.map(request),
    apiCalls: some(CALLS).map(apiCall),
    activities: some(DONE).map(activity),
    errors: some(ERRORS).map(error),
  };
}

function request(timestamp: number): MetricEvent {
  const endpoint = pick(ENDPOINTS, busy());
  return {
    timestamp,
    metricType: 'response_time',
    endpoint,
    method: endpoint.length % 2 ? 'GET' : 'POST',
    value: duration(),
    statusCode: pick(STATUSES, Math.random()),
    userId: `user-${Math.floor(Math.random() * USERS)}`,
    traceId: randomUUID().replaceAll('-', ''),
    metadata: {},
  };
}

function apiCall(timestamp: number): ApiCallEvent {
  const success = Math.random() < 0.97;
  return {
    timestamp,
    apiName: pick(APIS, busy()),
    endpoint: '/v1/things/:id',
    method: 'GET',
    responseTime: duration(),
    statusCode: success ? 200 : 503,
    success,
    failure: success ? null : 'unavailable',
    queryParams: {},
    responseSize: 512,
    traceId: null,
  };
}

function activity(timestamp: number): ActivityEvent {
  return {
    timestamp,
    activityType: pick(ACTIVITIES, busy()),
    endpoint: null,
    method: null,
    userLabel: null,
    ipAddress: null,
    userAgent: null,
    duration: null,
    success: true,
    details: {},
    userId: `user-${Math.floor(busy() * USERS)}`,
    sessionId: `session-${Math.floor(busy() * 4 * USERS)}`,
    module: 'library',
    feature: pick(ACTIVITIES, busy()),
  };
}

function error(timestamp: number): ErrorEvent {
  const kind = Math.floor(busy() * 40);
  return {
    timestamp,
    severity: 'high',
    errorType: `Failure${kind}`,
    message: `Document ${timestamp} could not be read`,
    stackTrace: `Failure${kind}: Document could not be read\n    at read (/srv/app/dist/read-${kind}.js:10:7)`,
    endpoint: pick(ENDPOINTS, busy()),
    method: 'GET',
    userId: null,
    userAgent: null,
    ipAddress: null,
    traceId: null,
    metadata: {},
  };
}
