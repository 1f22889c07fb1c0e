import { randomUUID } from 'node:crypto';
import type {
  ActivityEvent,
  ApiCallEvent,
  Batch,
  ErrorEvent,
  MetricEvent,
} from '@scitex/monitoring-contracts';

const ENDPOINTS = ['/papers', '/papers/:id', '/documents', '/documents/:id', '/projects/:id/members'];
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) bench';

const endpointOf = (index: number) => ENDPOINTS[index % ENDPOINTS.length] ?? null;
const userOf = (index: number) => `user-${index % 200}`;
const timeOf = (index: number, start: number) => start + index;

/** A batch of answered requests, one a millisecond from `start` on. */
export function requestsBatch(size: number, start: number): Batch {
  return { ...emptyBatch(), metrics: events(size, start, metric) };
}

/** A batch of every kind, as a busy app sends it: one event in twenty is an error with its stack, of forty groups. */
export function mixedBatch(size: number, start: number): Batch {
  return {
    ...emptyBatch(),
    metrics: events(size * 0.7, start, metric),
    errors: events(size * 0.05, start, error),
    apiCalls: events(size * 0.15, start, apiCall),
    activities: events(size * 0.1, start, activity),
  };
}

function emptyBatch(): Batch {
  const source = { app: 'bench', environment: 'bench', release: '1.0.0', instance: 'bench-1' };
  return { id: randomUUID(), source, metrics: [], errors: [], apiCalls: [], activities: [] };
}

function events<Event>(size: number, start: number, make: (index: number, start: number) => Event): Event[] {
  return Array.from({ length: size }, (_, index) => make(index, start));
}

function metric(index: number, start: number): MetricEvent {
  return {
    timestamp: timeOf(index, start),
    metricType: 'response_time',
    endpoint: endpointOf(index),
    method: 'GET',
    value: 5 + ((index * 7919) % 1000) / 10,
    statusCode: index % 50 === 0 ? 500 : 200,
    userId: userOf(index),
    traceId: randomUUID().replaceAll('-', ''),
    metadata: { ipAddress: '192.0.2.7', userAgent: USER_AGENT },
  };
}

function error(index: number, start: number): ErrorEvent {
  const frame = (depth: number) =>
    `    at step${depth} (/srv/app/dist/steps/step-${index % 40}.js:${depth + 1}:17)`;
  const message = `Document ${index} could not be read`;
  return {
    timestamp: timeOf(index, start),
    severity: 'high',
    errorType: 'DocumentError',
    message,
    stackTrace: [`DocumentError: ${message}`, ...Array.from({ length: 12 }, (_, depth) => frame(depth))].join(
      '\n',
    ),
    endpoint: endpointOf(index),
    method: 'GET',
    userId: userOf(index),
    userAgent: USER_AGENT,
    ipAddress: '192.0.2.7',
    traceId: randomUUID().replaceAll('-', ''),
    metadata: { statusCode: 500 },
  };
}

function apiCall(index: number, start: number): ApiCallEvent {
  return {
    timestamp: timeOf(index, start),
    apiName: 'crossref',
    endpoint: '/works',
    method: 'GET',
    responseTime: 80 + (index % 40),
    statusCode: 200,
    success: true,
    failure: null,
    queryParams: { query: `growth of crystals ${index}`, rows: '20' },
    responseSize: 2048 + index,
    traceId: randomUUID().replaceAll('-', ''),
  };
}

function activity(index: number, start: number): ActivityEvent {
  return {
    timestamp: timeOf(index, start),
    activityType: 'search',
    endpoint: '/papers',
    method: 'GET',
    userId: userOf(index),
    userLabel: `User ${index % 200}`,
    sessionId: `session-${index % 400}`,
    ipAddress: '192.0.2.7',
    userAgent: USER_AGENT,
    duration: 5 + (index % 90),
    module: 'library',
    feature: 'search',
    success: true,
    details: { query: 'crystals' },
  };
}
