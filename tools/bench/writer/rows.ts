import { randomUUID } from 'node:crypto';
import type { Batch, MetricEvent } from '@scitex/monitoring-contracts';

const ENDPOINTS = ['/papers', '/papers/:id', '/documents', '/documents/:id', '/projects/:id/members'];

/** A batch of answered requests, spread over the last minute. */
export function makeBatch(size: number): Batch {
  const now = Date.now();
  return {
    id: randomUUID(),
    source: { app: 'bench', environment: 'bench', release: '1.0.0', instance: 'bench-1' },
    metrics: Array.from({ length: size }, (_, index) => metric(index, now)),
    errors: [],
    apiCalls: [],
    activities: [],
  };
}

function metric(index: number, now: number): MetricEvent {
  return {
    timestamp: now - (index % 60_000),
    metricType: 'response_time',
    endpoint: ENDPOINTS[index % ENDPOINTS.length] ?? null,
    method: 'GET',
    value: 5 + ((index * 7919) % 1000) / 10,
    statusCode: index % 50 === 0 ? 500 : 200,
    userId: `user-${index % 200}`,
    traceId: null,
    metadata: { ipAddress: '192.0.2.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) bench' },
  };
}
