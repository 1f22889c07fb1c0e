import type { Performance, PerformanceSummary, TopEndpoint } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { ERRORS, figuresOf, REQUEST_TOTALS, REQUESTS } from '../rollups/rollup-kind.js';
import type { MergedHistogram } from '../rollups/merged-histogram.js';
import { chooseRollups, rollupsWithoutRoutes } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp, type Reading } from './cover/rolled-up.js';
import {
  ALL,
  alongTime,
  apdexOf,
  histogramOf,
  percentOf,
  TIMES_WITH_HISTOGRAMS_FIGURES,
  TIMES_WITH_HISTOGRAMS,
  timingsOf,
  unitsWithin,
  type Sum,
  type Totals,
} from './cover/totals.js';
import { METHOD, pointOf, sameRoute } from './fragments.js';
import { TOP } from './limits.js';
import type { Scope } from './scope.js';

type Figures = Omit<Performance, 'range' | 'previous'>;

/**
 * How requests fared, from their rollups, in one statement, so that all of its figures are of one moment; errors in
 * another.
 * Endpoints and error types: the ten with the most events, ties in the order of their names. Those that were too many
 * to be counted apart are one, `(other)`.
 * @param bucketSeconds width of a point of `responseTimes`
 */
export async function readPerformance(db: Queryable, scope: Scope, bucketSeconds: number): Promise<Figures> {
  const [groups, errorTypes] = await Promise.all([
    readGroups(db, scope, bucketSeconds, true),
    readErrorTypes(db, scope),
  ]);
  return {
    ...requestsOf(groups),
    topEndpoints: groups.filter(({ point }) => point === null).map(toTopEndpoint),
    errorTypes,
  };
}

/** The same without endpoints and errors, which nobody compares. */
export async function readRequests(
  db: Queryable,
  scope: Scope,
  bucketSeconds: number,
): Promise<Pick<Figures, 'summary' | 'responseTimes'>> {
  const { summary, responseTimes } = requestsOf(await readGroups(db, scope, bucketSeconds, false));
  return { summary, responseTimes };
}

/** What the requests of a point, or of a route, amount to. */
interface Group extends Totals {
  /** When it begins, in milliseconds since 1970; null for a route. */
  readonly point: number | null;
  readonly endpoint: string;
  readonly method: string;
}

async function readGroups(
  db: Queryable,
  scope: Scope,
  bucketSeconds: number,
  withRoutes: boolean,
): Promise<Group[]> {
  const rollups = await chooseRollups(db, scope, { detailed: REQUESTS, totals: REQUEST_TOTALS });
  const units = unitsWithin(rollups, bucketSeconds);
  const routes = { kind: REQUESTS, ...(rollups.units && { units: rollups.units }) };
  return readCovered<Group>(db, scope, [REQUESTS], ({ hasOpenEnd, parameters }, isOpen) => {
    const part = (reading: Pick<Reading, 'kind' | 'units' | 'figures' | 'among'>) =>
      rolledUp({ ...reading, scope, hasOpenEnd }, parameters);
    const among = { table: 'ranked', on: sameRoute('ranked') };
    const ranked = withRoutes
      ? `ranked AS MATERIALIZED (${busiest(part({ ...routes, figures: ['count'] }))}), `
      : '';
    const detailed = withRoutes
      ? `UNION ALL ${byRoute(part({ ...routes, figures: TIMES_WITH_HISTOGRAMS_FIGURES, among }))}`
      : '';
    return `WITH ${ranked}edge AS MATERIALIZED (SELECT ${isOpen} AS "isOpen")
      SELECT groups.*, edge."isOpen" FROM edge CROSS JOIN (
        SELECT ${pointOf(bucketSeconds, 'start')} AS point, '' AS endpoint, '' AS method, ${ALL}
        FROM ${part({ ...rollups, units, figures: figuresOf(REQUESTS) })} AS part GROUP BY 1
        ${detailed}
      ) AS groups ORDER BY point, count DESC, endpoint COLLATE "C", method COLLATE "C"`;
  });
}

const busiest = (parts: string) => `
  SELECT endpoint, ${METHOD} AS method, sum(count) AS events FROM ${parts} AS part WHERE endpoint IS NOT NULL
  GROUP BY endpoint, ${METHOD} ORDER BY events DESC, endpoint COLLATE "C", ${METHOD} COLLATE "C" LIMIT ${TOP}`;

const byRoute = (parts: string) => `
  SELECT NULL, endpoint, ${METHOD}, ${TIMES_WITH_HISTOGRAMS}, NULL, NULL, NULL FROM ${parts} AS part GROUP BY endpoint, ${METHOD}`;

function requestsOf(groups: readonly Group[]): Pick<Figures, 'summary' | 'responseTimes' | 'statusCodes'> {
  const { points, total, histogram, statusCodes } = alongTime(groups, (group, own) => ({
    count: group.count,
    errorCount: group.failed,
    ...timingsOf(group, own),
  }));
  return { summary: toSummary(total, histogram), responseTimes: points, statusCodes };
}

function toSummary(total: Sum | null, histogram: MergedHistogram): PerformanceSummary {
  if (!total) return NOTHING;
  const { avg, min, max, ...percentiles } = timingsOf(total, histogram);
  return {
    totalRequests: total.count,
    errorRate: percentOf(total.failed, total.count),
    avgResponseTime: avg,
    minResponseTime: min,
    maxResponseTime: max,
    ...percentiles,
    apdex: apdexOf(total),
  };
}

const NOTHING: PerformanceSummary = {
  totalRequests: 0,
  errorRate: null,
  avgResponseTime: null,
  minResponseTime: null,
  maxResponseTime: null,
  p50: null,
  p95: null,
  p99: null,
  apdex: null,
};

function toTopEndpoint({ endpoint, method, ...totals }: Group): TopEndpoint {
  const errorRate = percentOf(totals.failed, totals.count) ?? 0;
  return { endpoint, method, count: totals.count, errorRate, ...timingsOf(totals, histogramOf(totals)) };
}

async function readErrorTypes(db: Queryable, scope: Scope): Promise<Figures['errorTypes']> {
  const rollups = rollupsWithoutRoutes(ERRORS, scope);
  const rows = await readCovered<Figures['errorTypes'][number]>(
    db,
    scope,
    [ERRORS],
    ({ hasOpenEnd, parameters }, isOpen) => `
     WITH edge AS MATERIALIZED (SELECT ${isOpen} AS "isOpen")
     SELECT error_type AS "errorType", sum(count)::float8 AS count, (SELECT "isOpen" FROM edge) AS "isOpen"
     FROM ${rolledUp({ ...rollups, scope, figures: ['count'], hasOpenEnd }, parameters)} AS part
     GROUP BY error_type ORDER BY count DESC, error_type COLLATE "C" LIMIT ${TOP}`,
  );
  return rows.map(({ errorType, count }) => ({ errorType, count }));
}
