import { APDEX_TARGET_MS, type Performance } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bucketOf, iso, percentOfRows, rowOf, rowsOf } from './fragments.js';
import { TOP } from './limits.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/**
 * How requests fared, in one statement, so that all of its figures are of one moment.
 * Endpoints and error types: the ten with the most rows, ties in the order of their names.
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
       SELECT ${bucketOf('$1')} AS bucket, value, status_code, endpoint, method
       FROM monitoring.system_metric
       WHERE metric_type = 'response_time' AND ${requests}
     )
     SELECT ${rowOf(SUMMARY)} AS summary,
       ${rowsOf(RESPONSE_TIMES)} AS "responseTimes",
       ${rowsOf(STATUS_CODES)} AS "statusCodes",
       ${rowsOf(TOP_ENDPOINTS)} AS "topEndpoints",
       ${rowsOf(errorTypes(errors))} AS "errorTypes"`,
    parameters,
  );
}

const FAILED = 'status_code >= 500';
const percentile = (fraction: number) => `percentile_cont(${fraction}) WITHIN GROUP (ORDER BY value)`;
const PERCENTILES = `${percentile(0.5)} AS p50, ${percentile(0.95)} AS p95, ${percentile(0.99)} AS p99`;
const TIMINGS = `avg(value) AS avg, min(value) AS min, max(value) AS max, ${PERCENTILES}`;

/** Satisfied requests count whole, tolerating ones half (apdex.org). */
const APDEX = `(count(*) FILTER (WHERE value <= ${APDEX_TARGET_MS})
    + count(*) FILTER (WHERE value > ${APDEX_TARGET_MS} AND value <= ${4 * APDEX_TARGET_MS}) / 2::float8)
  / nullif(count(*), 0)`;

const SUMMARY = `
  SELECT count(*) AS "totalRequests", ${percentOfRows(FAILED)} AS "errorRate",
    avg(value) AS "avgResponseTime", min(value) AS "minResponseTime", max(value) AS "maxResponseTime",
    ${PERCENTILES}, ${APDEX} AS apdex
  FROM request`;

const RESPONSE_TIMES = `
  SELECT ${iso('bucket')} AS timestamp, count(*) AS count,
    count(*) FILTER (WHERE ${FAILED}) AS "errorCount", ${TIMINGS}
  FROM request GROUP BY bucket ORDER BY bucket`;

const STATUS_CODES = `
  SELECT status_code AS "statusCode", count(*) AS count
  FROM request WHERE status_code IS NOT NULL GROUP BY status_code ORDER BY status_code`;

const TOP_ENDPOINTS = `
  SELECT endpoint, coalesce(method, '') AS method, count(*) AS count,
    ${percentOfRows(FAILED)} AS "errorRate", ${TIMINGS}
  FROM request WHERE endpoint IS NOT NULL GROUP BY endpoint, coalesce(method, '')
  ORDER BY count DESC, endpoint COLLATE "C", coalesce(method, '') COLLATE "C" LIMIT ${TOP}`;

const errorTypes = (condition: string) => `
  SELECT error_type AS "errorType", count(*) AS count FROM monitoring.error_log
  WHERE ${condition} GROUP BY error_type
  ORDER BY count DESC, error_type COLLATE "C" LIMIT ${TOP}`;
