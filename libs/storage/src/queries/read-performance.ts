import { APDEX_TARGET_MS, type Performance } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bucketOf, EVENTS, eventsWhere, iso, meanOf, percentOfEvents, rowOf, rowsOf } from './fragments.js';
import { TOP } from './limits.js';
import { anyMerged, correctedPercentiles, mergedPercentiles, plainPercentiles } from './percentiles.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/**
 * How requests fared, in one statement, so that all of its figures are of one moment.
 * Endpoints and error types: the ten with the most events, ties in the order of their names.
 * @param bucketSeconds width of a point of `responseTimes`
 */
export function readPerformance(
  db: Queryable,
  scope: Scope,
  bucketSeconds: number,
): Promise<Omit<Performance, 'range'>> {
  const parameters: unknown[] = [bucketSeconds];
  const requests = within(scope, parameters);
  const errors = within(scope, parameters);
  return selectOne(
    db,
    `WITH request AS MATERIALIZED (
       SELECT ${bucketOf('$1')} AS bucket, value, weight, status_code, endpoint, method
       FROM monitoring.system_metric
       WHERE metric_type = 'response_time' AND ${requests}
     ), ${anyMerged('request')}
     SELECT ${rowOf(SUMMARY)} AS summary,
       ${rowsOf(RESPONSE_TIMES)} AS "responseTimes",
       ${rowsOf(STATUS_CODES)} AS "statusCodes",
       ${rowsOf(TOP_ENDPOINTS)} AS "topEndpoints",
       ${rowsOf(errorTypes(errors))} AS "errorTypes"`,
    parameters,
  );
}

const FAILED = 'status_code >= 500';
const PERCENTILES = { p50: 0.5, p95: 0.95, p99: 0.99 };
const REQUESTS = { of: 'request', value: 'value' };
const TIMINGS = `${meanOf('value')} AS avg, min(value) AS min, max(value) AS max,
  ${plainPercentiles('value', PERCENTILES)}`;
const CORRECTED = correctedPercentiles(PERCENTILES);

/** Satisfied requests count whole, tolerating ones half (apdex.org). */
const APDEX = `(${eventsWhere(`value <= ${APDEX_TARGET_MS}`)}
    + ${eventsWhere(`value > ${APDEX_TARGET_MS} AND value <= ${4 * APDEX_TARGET_MS}`)} / 2::float8)
  / nullif(sum(weight), 0)`;

const SUMMARY = `
  SELECT count AS "totalRequests", "errorRate", avg AS "avgResponseTime", min AS "minResponseTime",
    max AS "maxResponseTime", ${CORRECTED}, apdex
  FROM (
    SELECT ${EVENTS} AS count, ${percentOfEvents(FAILED)} AS "errorRate", ${TIMINGS}, ${APDEX} AS apdex
    FROM request
  ) AS plain CROSS JOIN (${mergedPercentiles(REQUESTS, PERCENTILES)}) AS merged`;

const RESPONSE_TIMES = `
  SELECT ${iso('bucket')} AS timestamp, count, "errorCount", avg, min, max, ${CORRECTED}
  FROM (
    SELECT bucket, ${EVENTS} AS count, ${eventsWhere(FAILED)} AS "errorCount", ${TIMINGS}
    FROM request GROUP BY bucket
  ) AS plain LEFT JOIN (
    ${mergedPercentiles({ ...REQUESTS, by: { bucket: 'bucket' } }, PERCENTILES)}
  ) AS merged USING (bucket)
  ORDER BY bucket`;

const STATUS_CODES = `
  SELECT status_code AS "statusCode", ${EVENTS} AS count
  FROM request WHERE status_code IS NOT NULL GROUP BY status_code ORDER BY status_code`;

const METHOD = `coalesce(method, '')`;
const ROUTE = { endpoint: 'endpoint', method: METHOD };
const BUSIEST = `count DESC, endpoint COLLATE "C", method COLLATE "C"`;

const TOP_ENDPOINTS = `
  SELECT endpoint, method, count, "errorRate", avg, min, max, ${CORRECTED}
  FROM (
    SELECT endpoint, ${METHOD} AS method, ${EVENTS} AS count, ${percentOfEvents(FAILED)} AS "errorRate", ${TIMINGS}
    FROM request WHERE endpoint IS NOT NULL GROUP BY endpoint, ${METHOD}
  ) AS plain LEFT JOIN (
    ${mergedPercentiles({ ...REQUESTS, by: ROUTE }, PERCENTILES)}
  ) AS merged USING (endpoint, method)
  ORDER BY ${BUSIEST} LIMIT ${TOP}`;

const errorTypes = (condition: string) => `
  SELECT error_type AS "errorType", ${EVENTS} AS count FROM monitoring.error_log
  WHERE ${condition} GROUP BY error_type
  ORDER BY count DESC, error_type COLLATE "C" LIMIT ${TOP}`;
