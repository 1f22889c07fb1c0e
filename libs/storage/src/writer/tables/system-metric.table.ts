import type { MetricEvent } from '@scitex/monitoring-contracts';
import { json } from '../clean/json.js';
import { double, duration, statusCode } from '../clean/number.js';
import { ENDPOINT_LENGTH, NAME_LENGTH, text } from '../clean/text.js';
import { EVENT_COLUMNS, type Table } from './table.js';

export const systemMetricTable: Table<MetricEvent> = {
  name: 'system_metric',
  source: ['app', 'environment', 'release', 'instance'],
  columns: {
    ...EVENT_COLUMNS,
    metric_type: 'text',
    endpoint: 'text',
    method: 'text',
    value: 'float8',
    status_code: 'int4',
    user_id: 'text',
    trace_id: 'text',
    metadata: 'jsonb',
  },
  required: ['metric_type', 'value'],
  toRow: (event) => ({
    metric_type: text(event.metricType, NAME_LENGTH),
    endpoint: text(event.endpoint, ENDPOINT_LENGTH),
    method: text(event.method, NAME_LENGTH),
    value: (event.metricType === 'response_time' ? duration : double)(event.value),
    status_code: statusCode(event.statusCode),
    user_id: text(event.userId, NAME_LENGTH),
    trace_id: text(event.traceId, NAME_LENGTH),
    metadata: json(event.metadata),
  }),
};
