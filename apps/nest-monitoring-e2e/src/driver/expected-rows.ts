import { on, type Columns, type Exchange, type Platform } from '../cases/case.js';
import type { ExpectedRows } from './stored-rows.js';

/** The rows that one request has to leave, table by table. */
export function expectedRows({ request, status, recorded }: Exchange, platform: Platform): ExpectedRows {
  if (!recorded) return { system_metric: [], error_log: [], api_usage_metric: [], user_activity: [] };
  const error: Columns | undefined = on(platform, recorded.error);
  const metric = {
    metric_type: 'response_time',
    method: request.method ?? 'GET',
    endpoint: on(platform, recorded.endpoint),
    status_code: on(platform, recorded.statusCode ?? status ?? Number.NaN),
    ...recorded.metric,
  };
  return {
    system_metric: [metric, ...(recorded.metrics ?? [])],
    error_log: error ? [error] : [],
    api_usage_metric: recorded.calls ?? [],
    user_activity: recorded.activities ?? [],
  };
}
