import type { EndpointDetail, RouteUserSort } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { REQUESTS } from '../rollups/rollup-kind.js';
import { eventsWhere, iso, rowsOf } from './fragments.js';
import { MOST_ROUTE_ROWS, TOP_OF_ROUTE } from './limits.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

export type RouteRequests = Pick<EndpointDetail, 'sampledFrom' | 'previousSampledFrom' | 'slowest' | 'users'>;

interface Asked {
  readonly scope: Scope;
  /** The period that users are compared with. */
  readonly previous: Scope;
  readonly userSort: RouteUserSort;
}

const ORDERS: Record<RouteUserSort, string> = {
  count: 'now.count DESC',
  slowdown: 'now.count * (now.p95 - before.p95) DESC NULLS LAST, now.count DESC',
};

/**
 * The slowest requests of a route, and its users beside themselves in the period before: exact figures of raw rows, the
 * newest of each period.
 * @param most rows to read of each period
 */
export function readRouteRequests(
  db: Queryable,
  { scope, previous, userSort }: Asked,
  most = MOST_ROUTE_ROWS,
): Promise<RouteRequests> {
  const parameters: unknown[] = [most];
  return selectOne<RouteRequests>(
    db,
    `WITH recent AS MATERIALIZED (${newest(`${JUDGED}, id, method, trace_id, release`, scope, parameters)}),
       earlier AS MATERIALIZED (${newest(JUDGED, previous, parameters)}),
       now AS MATERIALIZED (${byUser('recent')}), before AS MATERIALIZED (${byUser('earlier')})
     SELECT ${oldestOf('recent')} AS "sampledFrom", ${oldestOf('earlier')} AS "previousSampledFrom",
       ${rowsOf(`
         SELECT id, ${iso('timestamp')} AS timestamp, method, value, status_code AS "statusCode",
           user_id AS "userId", trace_id AS "traceId", release
         FROM recent ORDER BY value DESC, id DESC LIMIT ${TOP_OF_ROUTE}`)} AS slowest,
       json_build_object('total', (SELECT count(*) FROM now), 'items', ${rowsOf(`
         SELECT now.user_id AS "userId", now.count, 100 * now.failed / now.count::float8 AS "errorRate",
           now.time / now.count AS avg, now.p95, CASE WHEN before.user_id IS NOT NULL
             THEN json_build_object('count', before.count, 'p95', before.p95) END AS previous
         FROM now LEFT JOIN before USING (user_id)
         ORDER BY ${ORDERS[userSort]}, now.user_id COLLATE "C" LIMIT ${TOP_OF_ROUTE}`)}) AS users`,
    parameters,
  );
}

const JUDGED = 'timestamp, value, status_code, user_id, weight';

const newest = (columns: string, scope: Scope, parameters: unknown[]) => `
  SELECT ${columns}
  FROM monitoring.${REQUESTS.raw} WHERE ${REQUESTS.condition} AND ${within(scope, parameters)}
  ORDER BY timestamp DESC LIMIT $1`;

/** When the oldest row was that was read, where there may be more. */
const oldestOf = (rows: string) =>
  `(SELECT CASE WHEN count(*) = $1 THEN ${iso('min(timestamp)')} END FROM ${rows})`;

/** The 95th percentile is the first value that 95 of 100 requests did not exceed, each counted as its row weighs. */
const byUser = (rows: string) => `
  SELECT user_id, sum(weight) AS count, ${eventsWhere('status_code >= 500')} AS failed,
    sum(value * weight) AS time, min(value) FILTER (WHERE running >= 0.95 * total) AS p95
  FROM (
    SELECT user_id, value, status_code, weight,
      sum(weight) OVER (PARTITION BY user_id ORDER BY value ROWS UNBOUNDED PRECEDING) AS running,
      sum(weight) OVER (PARTITION BY user_id) AS total
    FROM ${rows} WHERE user_id IS NOT NULL
  ) AS ranked GROUP BY user_id`;
