import { EVENT_COLUMNS, type RecordModel } from '../record-model.js';

/** Outbound calls. */
export const apiUsageMetrics: RecordModel = {
  path: 'api-usage-metrics',
  table: 'api_usage_metric',
  label: 'API usage metrics',
  one: 'API usage metric',
  scope: 'metrics:read',
  columns: {
    ...EVENT_COLUMNS,
    instance: { type: 'text', label: 'Instance' },
    apiName: { type: 'text', label: 'API', listed: true },
    endpoint: { type: 'text', label: 'Endpoint', listed: true },
    method: { type: 'text', label: 'Method', listed: true },
    responseTime: { type: 'number', label: 'Response time', unit: 'ms', sortable: true, listed: true },
    statusCode: { type: 'whole', label: 'Status', optional: true, listed: true },
    success: { type: 'boolean', label: 'Success', listed: true },
    failure: { type: 'text', label: 'Failure', optional: true, listed: true },
    queryParams: { type: 'json', label: 'Query parameters' },
    responseSize: { type: 'whole', label: 'Response size', unit: 'bytes', optional: true },
    rateLimit: { type: 'json', label: 'Rate limit', optional: true },
    traceId: { type: 'text', label: 'Trace', optional: true, indexed: true },
  },
};
