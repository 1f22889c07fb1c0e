import type { ApiFailures } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bindableText } from './bindable.js';
import { EVENTS, iso, rowsOf } from './fragments.js';
import { NEWEST_CALLS, TOP, TOP_CALLED } from './limits.js';
import { NEWEST_OF_API, ofApi } from './of-api.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/**
 * Why calls of an API failed, and which routes and users they were made for: those of the request of the same app and
 * trace. The newest failed calls are read, up to a limit, so that the cost does not grow with the store.
 */
export function readApiFailures(
  db: Queryable,
  scope: Scope,
  apiName: string,
  limit = NEWEST_CALLS,
): Promise<ApiFailures> {
  const parameters: unknown[] = [bindableText(apiName), limit];
  return selectOne<ApiFailures>(
    db,
    `WITH newest AS MATERIALIZED (
       SELECT * FROM monitoring.api_usage_metric
       WHERE ${ofApi('$1')} AND NOT success AND ${within(scope, parameters)}
       ORDER BY ${NEWEST_OF_API} LIMIT $2::int8 + 1
     ), failed AS MATERIALIZED (
       SELECT * FROM newest ORDER BY timestamp DESC, id DESC LIMIT $2
     ), made_for AS MATERIALIZED (${MADE_FOR})
     SELECT (SELECT ${EVENTS} FROM failed)::float8 AS read,
       (SELECT count(*) FROM newest) <= $2 AS "isWhole",
       ${rowsOf(REASONS)} AS reasons,
       ${rowsOf(NEWEST)} AS newest,
       (SELECT ${EVENTS} FROM made_for WHERE NOT known)::float8 AS "withoutRequest",
       ${rowsOf(ROUTES)} AS routes,
       (SELECT count(DISTINCT (endpoint, method)) FROM made_for WHERE known)::float8 AS "totalRoutes",
       ${rowsOf(USERS)} AS users,
       (SELECT count(DISTINCT user_id) FROM made_for)::float8 AS "totalUsers"`,
    parameters,
  );
}

/**
 * Each failed call with its request, which may have ended up to an hour later: the nearest hours alone are looked into,
 * and so few partitions. By its trace, and sorted only then: an index in the order of time would be read in search of it.
 */
const MADE_FOR = `
  SELECT failed.weight, failed.timestamp, request.endpoint, request.method, request.user_id,
    request.id IS NOT NULL AS known
  FROM failed LEFT JOIN LATERAL (
    WITH traced AS MATERIALIZED (
      SELECT id, timestamp, endpoint, method, user_id FROM monitoring.system_metric AS metric
      WHERE metric.trace_id = failed.trace_id AND metric.app = failed.app AND metric.metric_type = 'response_time'
        AND metric.timestamp >= failed.timestamp - interval '1 hour'
        AND metric.timestamp < failed.timestamp + interval '1 hour'
    )
    SELECT * FROM traced ORDER BY timestamp, id LIMIT 1
  ) AS request ON true`;

const REASONS = `
  SELECT failure, status_code AS "statusCode", ${EVENTS} AS count FROM failed GROUP BY failure, status_code
  ORDER BY count DESC, failure COLLATE "C", status_code LIMIT ${TOP_CALLED}`;

const NEWEST = `
  SELECT id, ${iso('timestamp')} AS timestamp, app, endpoint, method, response_time AS "responseTime",
    status_code AS "statusCode", failure
  FROM failed ORDER BY failed.timestamp DESC, id DESC LIMIT ${TOP}`;

const ROUTES = `
  SELECT endpoint, method, ${EVENTS} AS count, count(DISTINCT user_id) AS users FROM made_for WHERE known
  GROUP BY endpoint, method ORDER BY count DESC, endpoint COLLATE "C", method COLLATE "C" LIMIT ${TOP_CALLED}`;

const USERS = `
  SELECT user_id AS "userId", ${EVENTS} AS count, ${iso('max(timestamp)')} AS "lastSeen" FROM made_for
  WHERE user_id IS NOT NULL GROUP BY user_id ORDER BY count DESC, user_id COLLATE "C" LIMIT ${TOP_CALLED}`;
