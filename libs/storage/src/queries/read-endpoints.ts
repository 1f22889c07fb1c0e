import type { Endpoint } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { REQUEST_TOTALS, REQUESTS } from '../rollups/rollup-kind.js';
import { containing } from './bindable.js';
import { chooseRollups } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp, type Reading } from './cover/rolled-up.js';
import {
  apdexOf,
  histogramOf,
  percentOf,
  TIMES_WITH_HISTOGRAMS_FIGURES,
  TIMES_WITH_HISTOGRAMS,
  timingsOf,
  unitsWithin,
  type Totals,
} from './cover/totals.js';
import { METHOD, pointOf, sameRoute } from './fragments.js';
import { MOST_ENDPOINTS } from './limits.js';
import type { Scope } from './scope.js';

/** How a route fared in one period. */
export type EndpointFigures = NonNullable<Endpoint['previous']>;

export interface EndpointTotals extends EndpointFigures {
  readonly endpoint: string;
  readonly method: string;
  /** Milliseconds that its requests took together. */
  readonly time: number;
  /** How many requests began in which part of the range; keys are its beginning, in milliseconds since 1970. */
  readonly trend: Readonly<Record<string, number>>;
}

export interface Endpoints {
  /** How many routes match. */
  readonly total: number;
  /** Milliseconds that all requests of the scope took together, of other routes too. */
  readonly time: number;
  /** The busiest of those that match, busiest first. */
  readonly items: readonly EndpointTotals[];
}

type Row = Totals & {
  readonly endpoint: string;
  readonly method: string;
  readonly total: number;
  readonly time: number;
  readonly trend: EndpointTotals['trend'] | null;
};

interface Narrowing {
  /** Part of a route. */
  readonly q?: string | undefined;
  /** Those to read, and no others: `time` is theirs then. */
  readonly among?: readonly Pick<EndpointTotals, 'endpoint' | 'method'>[];
  /** Width of a part of `trend`, which stays empty without one. */
  readonly trendSeconds?: number;
}

/** How each route fared, from the rollups, in one statement. Requests without a route count towards `time` alone. */
export async function readEndpoints(
  db: Queryable,
  scope: Scope,
  { q, among, trendSeconds }: Narrowing,
): Promise<Endpoints> {
  const { units } = await chooseRollups(db, scope, { detailed: REQUESTS, totals: REQUEST_TOTALS });
  const rollups = { kind: REQUESTS, ...(units && { units }) };
  const rows = await readCovered<Row>(db, scope, [REQUESTS], ({ hasOpenEnd, parameters }, isOpen) => {
    const routes = among && { among: { table: tableOf(among, parameters), on: sameRoute('asked') } };
    const part = (reading: Pick<Reading, 'units' | 'figures'>) =>
      rolledUp({ ...rollups, ...reading, ...routes, scope, hasOpenEnd }, parameters);
    const whole = part({ figures: [...TIMES_WITH_HISTOGRAMS_FIGURES, 'satisfied', 'tolerating'] });
    const trend =
      trendSeconds === undefined
        ? NO_TREND
        : trendOf(part({ figures: ['count'], units: unitsWithin(rollups, trendSeconds) }), trendSeconds);
    const matches = q === undefined ? '' : ` AND endpoint ILIKE $${parameters.push(containing(q))}`;
    return `
     WITH route AS MATERIALIZED (
       SELECT endpoint, ${METHOD} AS method, ${TIMES_WITH_HISTOGRAMS}, sum(satisfied)::float8 AS satisfied,
         sum(tolerating)::float8 AS tolerating
       FROM ${whole} AS part GROUP BY endpoint, ${METHOD}
     ), edge AS MATERIALIZED (SELECT ${isOpen} AS "isOpen")
     SELECT route.*, trend.trend, count(*) OVER ()::float8 AS total, (SELECT sum(sum) FROM route) AS time, "isOpen"
     FROM edge CROSS JOIN route LEFT JOIN (${trend}) AS trend USING (endpoint, method)
     WHERE endpoint IS NOT NULL${matches}
     ORDER BY count DESC, endpoint COLLATE "C", method COLLATE "C" LIMIT ${MOST_ENDPOINTS}`;
  });
  return { total: rows[0]?.total ?? 0, time: rows[0]?.time ?? 0, items: rows.map(toEndpoint) };
}

function tableOf(routes: NonNullable<Narrowing['among']>, parameters: unknown[]): string {
  const bind = (names: string[]) => `$${parameters.push(names)}::text[]`;
  const [endpoints, methods] = [routes.map(({ endpoint }) => endpoint), routes.map(({ method }) => method)];
  return `unnest(${bind(endpoints)}, ${bind(methods)}) AS asked (endpoint, method)`;
}

const NO_TREND = 'SELECT NULL AS endpoint, NULL AS method, NULL::json AS trend WHERE false';

const trendOf = (parts: string, seconds: number) => `
  SELECT endpoint, method, json_object_agg(point::bigint, count) AS trend
  FROM (
    SELECT endpoint, ${METHOD} AS method, ${pointOf(seconds, 'start')} AS point, sum(count)::float8 AS count
    FROM ${parts} AS part GROUP BY 1, 2, 3
  ) AS part_of_trend GROUP BY 1, 2`;

function toEndpoint(row: Row): EndpointTotals {
  const { endpoint, method, count, failed } = row;
  const { avg, p50, p95, p99 } = timingsOf(row, histogramOf(row));
  const errorRate = percentOf(failed, count) ?? 0;
  const apdex = apdexOf(row);
  return {
    endpoint,
    method,
    count,
    errorRate,
    apdex,
    avg,
    p50,
    p95,
    p99,
    time: row.sum,
    trend: row.trend ?? {},
  };
}
