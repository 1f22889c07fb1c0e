import type { EventKind, Events } from '@scitex/monitoring-contracts';
import { pick } from '@scitex/monitoring-storage/testing';

type AnyRecord = { [K in EventKind]: { readonly kind: K; readonly event: Events[K][number] } }[EventKind];

const METHODS = ['GET', 'POST'];
const ENDPOINTS = ['/papers', '/papers/:id', 'null', '","', null];
const USERS = ['ada', 'grace', null];
const STACKS = [
  'at find (/srv/app/src/papers.js:12:7)',
  'at save (/srv/app/src/papers.js:40:2)',
  'at parse (/srv/app/node_modules/json5/lib/parse.js:5:1)',
];

/** An event of any kind, alike to many others and at times an odd one; the store takes each. */
export function randomEvent(random: () => number): AnyRecord {
  const shared = {
    timestamp: Date.now(),
    endpoint: pick(ENDPOINTS, random()),
    method: pick(METHODS, random()),
    traceId: null,
  };
  const kind = pick(['metrics', 'metrics', 'metrics', 'errors', 'apiCalls', 'activities'] as const, random());
  switch (kind) {
    case 'metrics':
      return { kind, event: metric(shared, random) };
    case 'errors':
      return { kind, event: error(shared, random) };
    case 'apiCalls':
      return { kind, event: apiCall({ ...shared, endpoint: shared.endpoint ?? '/works' }, random) };
    case 'activities':
      return { kind, event: activity(shared, random) };
  }
}

type Shared = Pick<Events['metrics'][number], 'timestamp' | 'endpoint' | 'traceId'> & { method: string };

function metric(shared: Shared, random: () => number): Events['metrics'][number] {
  return {
    ...shared,
    metricType: pick(['response_time', 'response_time', 'queue_length'], random()),
    value: random() * 100,
    statusCode: pick([200, 404, 500, null], random()),
    userId: pick(USERS, random()),
    metadata: { userAgent: 'spec', ipAddress: '127.0.0.1' },
  };
}

function error(shared: Shared, random: () => number): Events['errors'][number] {
  const message = `Paper ${Math.floor(random() * 50)} ${pick(['is gone', 'is late'], random())}`;
  return {
    ...shared,
    severity: pick(['low', 'high', 'critical'] as const, random() ** 2),
    errorType: pick(['TypeError', 'TimeoutError'], random()),
    message: pick([message, `${message}\nand more`, message.padEnd(3_000, ' and more')], random() ** 3),
    stackTrace: `Error: ${message}\n    ${pick(STACKS, random())}\n    at emit (node:events:519:28)`,
    userId: pick(USERS, random()),
    userAgent: 'spec',
    ipAddress: '127.0.0.1',
    metadata: { statusCode: 500 },
  };
}

function apiCall(
  shared: Shared & { readonly endpoint: string },
  random: () => number,
): Events['apiCalls'][number] {
  return {
    ...shared,
    apiName: pick(['crossref', 'orcid'], random()),
    responseTime: random() * 900,
    statusCode: pick([200, 429, null], random()),
    success: random() < 0.8,
    failure: pick(['timeout', null, null], random()),
    queryParams: { q: 'growth' },
    responseSize: 2_048,
  };
}

function activity(shared: Shared, random: () => number): Events['activities'][number] {
  return {
    ...shared,
    activityType: pick(['view', 'search'], random()),
    userId: pick(USERS, random()),
    userLabel: null,
    sessionId: pick(['s1', 's2', null], random()),
    ipAddress: '127.0.0.1',
    userAgent: 'spec',
    duration: 5,
    module: pick(['papers', null], random()),
    feature: null,
    success: random() < 0.9,
    details: { statusCode: 200 },
  };
}
