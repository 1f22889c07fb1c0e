import type { MetricEvent } from '@scitex/monitoring-contracts';
import type { Random } from '../chance/random.ts';
import { APIS } from '../portal/routes.ts';
import { milliseconds, type Visit } from '../portal/visit.ts';

/** The request itself, as the module records it. */
export function responseTime(visit: Visit): MetricEvent {
  const { timestamp, route, duration, statusCode, user, traceId, client } = visit;
  return {
    timestamp,
    metricType: 'response_time',
    endpoint: route.endpoint,
    method: route.method,
    value: duration,
    statusCode,
    userId: user?.id ?? null,
    traceId,
    metadata: { ipAddress: client.ipAddress, userAgent: client.userAgent },
  };
}

/** Each with its weight. */
const FURTHER = [
  [databaseQuery, 8],
  [apiCall, 5],
  [userAction, 4],
  [errorRate, 2],
] as const;

/** Something measured on the way of a request, as a portal logs by itself. */
export function furtherMetric(visit: Visit, random: Random): MetricEvent {
  const { timestamp, route, traceId, user } = visit;
  const measured = random.pickWeighted(FURTHER)(visit, random);
  return {
    timestamp,
    endpoint: route.endpoint,
    method: null,
    statusCode: null,
    userId: user?.id ?? null,
    traceId,
    metadata: {},
    ...measured,
  };
}

type Measured = Pick<MetricEvent, 'metricType' | 'value'> & Partial<MetricEvent>;

function databaseQuery({ route }: Visit, random: Random): Measured {
  const value = milliseconds(random.logNormal(6, 0.8));
  return {
    metricType: 'database_query',
    value,
    metadata: { table: route.module, rows: random.integer(0, 50) },
  };
}

function apiCall(_: Visit, random: Random): Measured {
  const api = random.pick(APIS);
  const value = milliseconds(random.logNormal(api.medianMs, api.sigma));
  return { metricType: 'api_call', value, endpoint: api.endpoint, metadata: { apiName: api.name } };
}

function userAction({ route }: Visit, random: Random): Measured {
  const value = milliseconds(random.logNormal(900, 0.6));
  return { metricType: 'user_action', value, metadata: { action: route.activity } };
}

/** In percent, over five minutes. */
function errorRate(_: Visit, random: Random): Measured {
  const value = milliseconds(Math.min(random.logNormal(0.6, 0.8), 100));
  return { metricType: 'error_rate', value, endpoint: null, userId: null, metadata: { windowSeconds: 300 } };
}
