import { randomUUID } from 'node:crypto';
import type { ApiCallEvent, Batch, MetricEvent, Source } from '@scitex/monitoring-contracts';

const MINUTE_MS = 60_000;

/** Requests of an app, and the outbound calls that were made for them, for none, or in a trace of another app. */
export function tracedCalls(source: Source, to: number, count: number, random: () => number): Batch {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const requests = Array.from({ length: count }, (_, index): MetricEvent => ({
    timestamp: Math.floor(to - 1 - random() * 20 * 60 * MINUTE_MS),
    metricType: 'response_time',
    endpoint: pick(['/papers', '/papers/:id', '/export', null]),
    method: pick(['GET', 'POST']),
    value: random() * 900,
    statusCode: 200,
    userId: pick(['ada', 'grace', 'edith', null]),
    traceId: `trace-${index}`,
    metadata: {},
  }));
  const apiCalls = Array.from({ length: 3 * count }, (): ApiCallEvent => {
    const { timestamp, traceId } = pick(requests);
    const statusCode = pick([200, 200, 200, 429, 503, null]);
    return {
      timestamp: Math.min(to - 1, timestamp - Math.floor(random() * 2_000)),
      ...(random() < 0.1 && { weight: 1 + Math.floor(random() * 9) }),
      apiName: pick(['crossref', "o'hara; --"]),
      endpoint: pick(['/works', '/authors/:id']),
      method: pick(['GET', 'POST']),
      responseTime: random() * 2000,
      statusCode,
      success: statusCode === 200,
      failure: statusCode === null ? pick(['timeout', 'dns: ENOTFOUND']) : null,
      queryParams: {},
      responseSize: null,
      rateLimit: random() < 0.5 ? limitOf(random) : null,
      traceId: random() < 0.2 ? null : traceId,
    };
  });
  return { id: randomUUID(), source, metrics: requests, errors: [], apiCalls, activities: [] };
}

function limitOf(random: () => number): ApiCallEvent['rateLimit'] {
  const [limit, remaining] = [60, Math.floor(random() * 61)];
  const resetAt = new Date(Math.floor(random() * 4e12)).toISOString();
  return random() < 0.2 ? { limit: null, remaining: null, resetAt } : { limit, remaining, resetAt };
}
