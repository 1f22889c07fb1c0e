import type { ApiDetail } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import type { MergedHistogram } from '../rollups/merged-histogram.js';
import { API_CALLS, API_TOTALS, figuresOf } from '../rollups/rollup-kind.js';
import { successOf } from './api-groups.js';
import { bindableText } from './bindable.js';
import { chooseRollups } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp, type Reading } from './cover/rolled-up.js';
import {
  ALL,
  alongTime,
  histogramOf,
  TIMES_WITH_HISTOGRAMS_FIGURES,
  TIMES_WITH_HISTOGRAMS,
  timingsOf,
  unitsWithin,
  type Sum,
  type Totals,
} from './cover/totals.js';
import { pointOf } from './fragments.js';
import { TOP_CALLED } from './limits.js';
import type { Scope } from './scope.js';

export type ApiCalls = Pick<ApiDetail, 'summary' | 'timeline' | 'statusCodes' | 'endpoints'>;

/** What the calls of a point, or of a called endpoint, amount to. */
interface Group extends Totals {
  /** When it begins, in milliseconds since 1970; null for a called endpoint. */
  readonly point: number | null;
  readonly endpoint: string;
  readonly method: string;
}

/**
 * How the calls of one API fared, from their rollups, in one statement. Called endpoints that were too many to be counted
 * apart are not among `endpoints`, but in all other figures.
 * @param bucketSeconds width of a point of `timeline`
 */
export async function readApiCalls(
  db: Queryable,
  scope: Scope,
  apiName: string,
  bucketSeconds: number,
): Promise<ApiCalls> {
  const rollups = await chooseRollups(db, scope, { detailed: API_CALLS, totals: API_TOTALS });
  const detailed = { kind: API_CALLS, ...(rollups.units && { units: rollups.units }) };
  const units = unitsWithin(rollups, bucketSeconds);
  const groups = await readCovered<Group>(db, scope, [API_CALLS], ({ hasOpenEnd, parameters }, isOpen) => {
    const asked = `(SELECT $${parameters.push(bindableText(apiName))}::text AS api_name)`;
    const among = { table: `${asked} AS asked`, on: 'asked.api_name = series.api_name' };
    const part = (reading: Pick<Reading, 'kind' | 'units' | 'figures'>) =>
      rolledUp({ ...reading, scope, hasOpenEnd, among }, parameters);
    return `
     WITH edge AS MATERIALIZED (SELECT ${isOpen} AS "isOpen")
     SELECT groups.*, edge."isOpen" FROM edge CROSS JOIN (
       SELECT ${pointOf(bucketSeconds, 'start')} AS point, '' AS endpoint, '' AS method, ${ALL}
       FROM ${part({ ...rollups, units, figures: figuresOf(API_CALLS) })} AS part GROUP BY 1
       UNION ALL
       (SELECT NULL, endpoint, method, ${TIMES_WITH_HISTOGRAMS}, NULL, NULL, NULL
        FROM ${part({ ...detailed, figures: TIMES_WITH_HISTOGRAMS_FIGURES })} AS part GROUP BY endpoint, method
        ORDER BY sum(count) DESC, endpoint COLLATE "C", method COLLATE "C" LIMIT ${TOP_CALLED})
     ) AS groups ORDER BY point, count DESC, endpoint COLLATE "C", method COLLATE "C"`;
  });
  return toFigures(groups);
}

function toFigures(groups: readonly Group[]): ApiCalls {
  const { points, total, histogram, statusCodes } = alongTime(groups, callsOf);
  return {
    summary: total ? { ...callsOf(total, histogram), successRate: successOf(total) } : NOTHING,
    timeline: points,
    statusCodes,
    endpoints: groups
      .filter(({ point }) => point === null)
      .map(({ endpoint, method, ...group }) => ({
        endpoint,
        method,
        ...callsOf(group, histogramOf(group)),
        successRate: successOf(group) ?? 0,
      })),
  };
}

function callsOf(group: Sum, histogram: MergedHistogram) {
  const { avg, p50, p95, p99 } = timingsOf(group, histogram);
  return { count: group.count, failed: group.failed, avg, p50, p95, p99 };
}

const NOTHING: ApiCalls['summary'] = {
  count: 0,
  failed: 0,
  successRate: null,
  avg: null,
  p50: null,
  p95: null,
  p99: null,
};
