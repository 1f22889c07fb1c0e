import type { ApiUsage } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bucketOf, iso, percentOfRows, rowOf, rowsOf } from './fragments.js';
import { MOST_NAMES } from './limits.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/**
 * How outbound calls fared. The summary covers all of them; `apis` and `timeline` the hundred APIs with
 * the most calls. The filters `endpoint` and `method` are those of the outbound call.
 * @param bucketSeconds width of a point of `timeline`
 */
export function readApiUsage(
  db: Queryable,
  scope: Scope,
  bucketSeconds: number,
): Promise<Omit<ApiUsage, 'range'>> {
  const parameters: unknown[] = [bucketSeconds];
  return selectOne(
    db,
    `WITH call AS MATERIALIZED (
       SELECT ${bucketOf('$1')} AS bucket, id, timestamp, api_name, endpoint, method, response_time,
         status_code, success, failure
       FROM monitoring.api_usage_metric WHERE ${within(scope, parameters)}
     ), api AS (
       SELECT api_name, count(*) AS count, ${percentOfRows('success')} AS success_rate,
         avg(response_time) AS avg, percentile_cont(0.95) WITHIN GROUP (ORDER BY response_time) AS p95
       FROM call GROUP BY api_name ORDER BY count DESC, api_name COLLATE "C" LIMIT ${MOST_NAMES}
     ), failure AS (
       SELECT DISTINCT ON (api_name) api_name, timestamp, endpoint, method, status_code, failure
       FROM call WHERE NOT success ORDER BY api_name, timestamp DESC, id DESC
     )
     SELECT ${rowOf(SUMMARY)} AS summary, ${rowsOf(APIS)} AS apis, ${rowsOf(TIMELINE)} AS timeline`,
    parameters,
  );
}

const SUMMARY = `
  SELECT count(*) AS "totalCalls", ${percentOfRows('success')} AS "successRate",
    avg(response_time) AS "avgResponseTime"
  FROM call`;

const APIS = `
  SELECT api.api_name AS "apiName", count, success_rate AS "successRate", avg, p95,
    CASE WHEN failure.api_name IS NOT NULL THEN json_build_object('timestamp', ${iso('failure.timestamp')},
      'endpoint', failure.endpoint, 'method', failure.method, 'statusCode', failure.status_code,
      'failure', failure.failure) END
      AS "lastError"
  FROM api LEFT JOIN failure ON failure.api_name = api.api_name
  ORDER BY count DESC, api.api_name COLLATE "C"`;

const TIMELINE = `
  SELECT ${iso('bucket')} AS timestamp, api_name AS "apiName", count(*) AS count,
    ${percentOfRows('success')} AS "successRate", avg(response_time) AS avg
  FROM call WHERE api_name IN (SELECT api_name FROM api)
  GROUP BY bucket, api_name ORDER BY bucket, api_name COLLATE "C"`;
