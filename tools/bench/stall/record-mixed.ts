import type { MonitoringService } from '@scitex/nest-monitoring';

/** Records events of every kind; one in twenty is an error with its stack. */
export function recordMixed(monitoring: MonitoringService, events: number): void {
  for (let index = 0; index < events; index++) recordOne(monitoring, index);
}

function recordOne(monitoring: MonitoringService, index: number): void {
  const endpoint = `/papers/${index % 50}`;
  if (index % 20 === 0)
    return monitoring.logError(new Error(`Paper ${index} could not be read`), { endpoint });
  if (index % 10 === 1)
    return monitoring.logActivity({
      activityType: 'search',
      user: { id: `user-${index % 200}` },
      details: { index },
    });
  if (index % 5 === 2)
    return monitoring.logApiUsage({
      apiName: 'crossref',
      endpoint: '/works',
      responseTime: 80,
      statusCode: 200,
    });
  monitoring.logMetric({
    metricType: 'queue_length',
    value: index,
    endpoint,
    metadata: { queue: 'documents', index },
  });
}
