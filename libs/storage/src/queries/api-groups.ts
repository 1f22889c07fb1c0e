import type { ApiUsage } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { API_CALLS, API_TOTALS } from '../rollups/rollup-kind.js';
import { chooseRollups } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp, type Reading } from './cover/rolled-up.js';
import {
  allOf,
  percentOf,
  TIMES,
  TIMES_FIGURES,
  TIMES_WITH_HISTOGRAMS_FIGURES,
  unitsWithin,
} from './cover/totals.js';
import { iso, pointOf } from './fragments.js';
import { MOST_NAMES } from './limits.js';
import { within, type Scope } from './scope.js';

/** What all calls, those of an API, or those of an API at a point amount to. */
export interface ApiGroup {
  /** When it begins, in milliseconds since 1970; null for all points. */
  readonly point: number | null;
  readonly apiName: string;
  readonly count: number;
  readonly failed: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  /** Only of all points. */
  readonly histograms: Buffer | null;
  readonly lastError: ApiUsage['apis'][number]['lastError'];
}

/**
 * What outbound calls amount to, from their rollups, in one statement: all of them first, then the hundred APIs with the
 * most calls, then the points of these.
 * @param bucketSeconds width of a point
 */
export async function readApiGroups(db: Queryable, scope: Scope, bucketSeconds: number): Promise<ApiGroup[]> {
  const rollups = await chooseRollups(db, scope, { detailed: API_CALLS, totals: API_TOTALS });
  return readCovered<ApiGroup>(db, scope, [API_CALLS], ({ hasOpenEnd, parameters }, isOpen) => {
    const part = (reading: Pick<Reading, 'units' | 'figures'>) =>
      rolledUp({ ...rollups, ...reading, scope, hasOpenEnd }, parameters);
    const whole = part({ figures: TIMES_WITH_HISTOGRAMS_FIGURES });
    const points = part({ figures: TIMES_FIGURES, units: unitsWithin(rollups, bucketSeconds) });
    return `
     WITH api AS MATERIALIZED (
       SELECT api_name, ${TIMES}, ${allOf('histogram')} AS histograms FROM ${whole} AS part GROUP BY api_name
     ), busiest AS MATERIALIZED (
       SELECT * FROM api ORDER BY count DESC, api_name COLLATE "C" LIMIT ${MOST_NAMES}
     ), edge AS MATERIALIZED (SELECT ${isOpen} AS "isOpen")
     SELECT point, api_name AS "apiName", ${TIMES_FIGURES.join(', ')}, histograms, "lastError", "isOpen" FROM edge CROSS JOIN (
       SELECT 0 AS place, NULL::float8 AS point, '' AS api_name, coalesce(sum(count), 0) AS count,
         coalesce(sum(failed), 0) AS failed, coalesce(sum(sum), 0) AS sum, min(min) AS min, max(max) AS max,
         NULL::bytea AS histograms, NULL::json AS "lastError"
       FROM api
       UNION ALL
       SELECT 1, NULL, busiest.*, failure.failure
       FROM busiest LEFT JOIN LATERAL (${lastFailure(within(scope, parameters))}) AS failure ON busiest.failed > 0
       UNION ALL
       SELECT 2, ${pointOf(bucketSeconds, 'start')} AS point, api_name, ${TIMES}, NULL, NULL
       FROM ${points} AS part WHERE api_name IN (SELECT api_name FROM busiest) GROUP BY 2, 3
     ) AS groups
     ORDER BY place, point, CASE WHEN place = 1 THEN -count END, api_name COLLATE "C"`;
  });
}

const lastFailure = (condition: string) => `
  SELECT json_build_object('timestamp', ${iso('timestamp')}, 'endpoint', endpoint, 'method', method,
    'statusCode', status_code, 'failure', api_usage_metric.failure) AS failure
  FROM monitoring.api_usage_metric WHERE api_name = busiest.api_name AND NOT success AND ${condition}
  ORDER BY timestamp DESC, id DESC LIMIT 1`;

/** Percent of the calls of a group; null where there is none. */
export function successOf({ count, failed }: Pick<ApiGroup, 'count' | 'failed'>): number | null {
  return percentOf(count - failed, count);
}
