import { randomUUID } from 'node:crypto';
import { SEVERITIES, type Batch, type Source } from '@scitex/monitoring-contracts';

export const SOURCES: readonly Source[] = [
  { app: 'research-api', environment: 'production', release: '1.0.0', instance: 'a' },
  { app: 'research-api', environment: 'production', release: '1.1.0', instance: 'b' },
  { app: 'research-api', environment: 'staging', release: null, instance: 'c' },
  { app: 'billing', environment: 'production', release: '1.0.0', instance: 'd' },
];

const ENDPOINTS = ['/papers', '/papers/:id', '/projects', "/it's/:odd", null];
const METHODS = ['GET', 'POST', 'DELETE', null];
const STATUSES = [200, 200, 200, 201, 304, 404, 499, 500, 503, null];

/** Events of every kind, with every column null at times, between two instants. */
export function randomBatch(source: Source, from: Date, to: Date, size: number, random: () => number): Batch {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const times = (count: number) => Array.from({ length: count }, () => timestamp());
  const timestamp = () => Math.floor(from.getTime() + random() * (to.getTime() - from.getTime()));
  const user = () => (random() < 0.2 ? null : `user-${Math.floor(random() * 15)}`);
  /** As of a module that is overloaded now and then: a row in ten stands for several events. */
  const weight = () => (random() < 0.1 ? { weight: 1 + Math.floor(random() * 9) } : {});
  const where = () => ({ endpoint: pick(ENDPOINTS), method: pick(METHODS), traceId: null });
  return {
    id: randomUUID(),
    source,
    metrics: times(size).map((timestamp) => ({
      timestamp,
      ...weight(),
      ...where(),
      metricType: random() < 0.9 ? 'response_time' : 'database_query',
      value: Math.exp(random() * 9),
      statusCode: pick(STATUSES),
      userId: user(),
      metadata: {},
    })),
    errors: times(size / 5).map((timestamp) => ({
      timestamp,
      ...weight(),
      ...where(),
      severity: pick(SEVERITIES),
      errorType: pick(['TypeError', 'QueryTimeoutError', 'HttpException']),
      message: pick(['Cannot read properties of undefined', 'Query took 100% of its time', 'a_b']),
      stackTrace: null,
      userId: user(),
      userAgent: null,
      ipAddress: null,
      metadata: {},
    })),
    apiCalls: times(size / 2).map((timestamp) => ({
      timestamp,
      ...weight(),
      apiName: pick(['crossref', 'openalex', 'orcid']),
      endpoint: pick(['/works', '/authors/:id']),
      method: pick(['GET', 'POST']),
      responseTime: random() * 2000,
      statusCode: pick([200, 200, 429, 500, null]),
      success: random() < 0.9,
      failure: pick(['timeout', 'dns: ENOTFOUND', null]),
      queryParams: {},
      responseSize: null,
      traceId: null,
    })),
    activities: times(size / 2).map((timestamp) => ({
      timestamp,
      ...weight(),
      activityType: pick(['search', 'download', 'sign-in']),
      endpoint: pick(ENDPOINTS),
      method: pick(METHODS),
      userId: user(),
      userLabel: pick(['Ada', 'Grace', null]),
      sessionId: pick(['s1', 's2', 's3', null]),
      ipAddress: null,
      userAgent: null,
      duration: null,
      module: null,
      feature: null,
      success: true,
      details: {},
    })),
  };
}
