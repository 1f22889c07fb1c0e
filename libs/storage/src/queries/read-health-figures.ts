import type { HealthFigures } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { API_CALLS, API_TOTALS, REQUEST_TOTALS, REQUESTS } from '../rollups/rollup-kind.js';
import { chooseRollups } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp } from './cover/rolled-up.js';
import type { Scope } from './scope.js';
import { onlyRow } from './select-one.js';

const FIGURES = ['count', 'failed', 'sum'] as const;

/**
 * What health is judged by, from the rollups. `errorCount`: the requests that ended with a status of 500 or more.
 * The filters `endpoint` and `method` narrow the requests alone.
 * @example judgeHealth(await readHealthFigures(db, window), window)
 */
export async function readHealthFigures(db: Queryable, scope: Scope): Promise<HealthFigures> {
  const requests = await chooseRollups(db, scope, { detailed: REQUESTS, totals: REQUEST_TOTALS });
  const calls = { ...scope, endpoint: undefined, method: undefined };
  const rows = await readCovered<HealthFigures>(
    db,
    scope,
    [REQUESTS, API_CALLS],
    ({ hasOpenEnd, parameters }, isOpen) => `
     SELECT requests.*, api_calls.*, ${isOpen} AS "isOpen" FROM (
       SELECT coalesce(sum(count), 0)::float8 AS "totalRequests", coalesce(sum(failed), 0)::float8 AS "errorCount",
         sum(sum) / nullif(sum(count), 0)::float8 AS "avgResponseTime",
         100 * sum(failed)::float8 / nullif(sum(count), 0)::float8 AS "errorRate"
       FROM ${rolledUp({ ...requests, scope, figures: FIGURES, hasOpenEnd }, parameters)} AS part
     ) AS requests, (
       SELECT coalesce(sum(count), 0)::float8 AS "totalApiCalls",
         100 * sum(count - failed)::float8 / nullif(sum(count), 0)::float8 AS "apiSuccessRate"
       FROM ${rolledUp({ kind: API_TOTALS, scope: calls, figures: FIGURES, hasOpenEnd }, parameters)} AS part
     ) AS api_calls`,
  );
  const { totalRequests, totalApiCalls, errorCount, avgResponseTime, errorRate, apiSuccessRate } =
    onlyRow(rows);
  return { totalRequests, totalApiCalls, errorCount, avgResponseTime, errorRate, apiSuccessRate };
}
