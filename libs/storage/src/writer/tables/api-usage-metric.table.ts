import type { ApiCallEvent } from '@scitex/monitoring-contracts';
import { json } from '../clean/json.js';
import { duration, natural, statusCode } from '../clean/number.js';
import { rateLimit } from '../clean/rate-limit.js';
import { ENDPOINT_LENGTH, NAME_LENGTH, text } from '../clean/text.js';
import { EVENT_COLUMNS, type Table } from './table.js';

export const apiUsageMetricTable: Table<ApiCallEvent> = {
  name: 'api_usage_metric',
  source: ['app', 'environment', 'release', 'instance'],
  columns: {
    ...EVENT_COLUMNS,
    api_name: 'text',
    endpoint: 'text',
    method: 'text',
    response_time: 'float8',
    status_code: 'int4',
    success: 'bool',
    failure: 'text',
    query_params: 'jsonb',
    response_size: 'int8',
    rate_limit: 'jsonb',
    trace_id: 'text',
  },
  required: ['api_name', 'endpoint', 'method', 'response_time'],
  toRow: (event) => ({
    api_name: text(event.apiName, NAME_LENGTH),
    endpoint: text(event.endpoint, ENDPOINT_LENGTH),
    method: text(event.method, NAME_LENGTH),
    response_time: duration(event.responseTime),
    status_code: statusCode(event.statusCode),
    success: event.success === true,
    failure: text(event.failure, NAME_LENGTH),
    query_params: json(event.queryParams),
    response_size: natural(event.responseSize),
    rate_limit: rateLimit(event.rateLimit),
    trace_id: text(event.traceId, NAME_LENGTH),
  }),
};
