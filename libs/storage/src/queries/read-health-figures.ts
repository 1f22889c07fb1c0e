import type { HealthFigures } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { EVENTS, eventsWhere, meanOf, percentOfEvents } from './fragments.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/**
 * What health is judged by. `errorCount`: the requests that ended with a status of 500 or more.
 * The filters `endpoint` and `method` narrow the requests alone.
 * @example judgeHealth(await readHealthFigures(db, window), window)
 */
export function readHealthFigures(db: Queryable, scope: Scope): Promise<HealthFigures> {
  const parameters: unknown[] = [];
  return selectOne<HealthFigures>(
    db,
    `SELECT requests.*, api_calls.* FROM (
       SELECT ${EVENTS}::float8 AS "totalRequests",
         ${eventsWhere('status_code >= 500')}::float8 AS "errorCount",
         ${meanOf('value')} AS "avgResponseTime",
         ${percentOfEvents('status_code >= 500')} AS "errorRate"
       FROM monitoring.system_metric
       WHERE metric_type = 'response_time' AND ${within(scope, parameters)}
     ) AS requests, (
       SELECT ${EVENTS}::float8 AS "totalApiCalls", ${percentOfEvents('success')} AS "apiSuccessRate"
       FROM monitoring.api_usage_metric
       WHERE ${within(scope, parameters, { columns: ['app', 'environment', 'release'] })}
     ) AS api_calls`,
    parameters,
  );
}
