import { EVENT_COLUMNS, type RecordModel } from '../record-model.js';

/** Measured values; with the type `response_time`, answered requests. */
export const systemMetrics: RecordModel = {
  path: 'system-metrics',
  table: 'system_metric',
  label: 'System metrics',
  one: 'System metric',
  scope: 'metrics:read',
  columns: {
    ...EVENT_COLUMNS,
    instance: { type: 'text', label: 'Instance' },
    metricType: { type: 'text', label: 'Type', listed: true },
    endpoint: { type: 'text', label: 'Endpoint', optional: true, indexed: true, listed: true },
    method: { type: 'text', label: 'Method', optional: true, listed: true },
    value: { type: 'number', label: 'Value', sortable: true, listed: true },
    statusCode: { type: 'whole', label: 'Status', optional: true, listed: true },
    userId: { type: 'text', label: 'User', optional: true, indexed: true, listed: true },
    traceId: { type: 'text', label: 'Trace', optional: true, indexed: true },
    metadata: { type: 'json', label: 'Metadata' },
  },
};
