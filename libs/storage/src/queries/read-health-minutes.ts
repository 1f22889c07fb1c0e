import { NO_TOTALS, type HealthTotals } from '@scitex/monitoring-contracts';
import { API_TOTALS, REQUEST_TOTALS, UNITS, type RollupKind } from '../rollups/rollup-kind.js';
import { select, type Queryable } from '../queryable.js';
import { rolledUp } from './cover/rolled-up.js';
import type { Scope } from './scope.js';

const FIGURES = ['count', 'failed', 'sum'] as const;

interface Row extends HealthTotals {
  readonly start: number;
}

/**
 * What the minutes between two whole minutes held, the newest first.
 * @example await readHealthMinutes(db, { from, to, environment: 'production' })
 */
export async function readHealthMinutes(
  db: Queryable,
  scope: Pick<Scope, 'from' | 'to' | 'app' | 'environment'>,
): Promise<HealthTotals[]> {
  const parameters: unknown[] = [];
  const minutesOf = (kind: RollupKind) =>
    rolledUp({ kind, scope, units: ['minute'], figures: FIGURES, hasOpenEnd: false }, parameters);
  const rows = await select<Row>(
    db,
    `SELECT extract(epoch FROM start)::float8 * 1000 AS start, sum(requests)::float8 AS requests,
       sum(failed)::float8 AS failed, sum(duration) AS duration, sum(calls)::float8 AS calls,
       sum(succeeded)::float8 AS succeeded
     FROM (
       SELECT start, count AS requests, failed, sum AS duration, 0 AS calls, 0 AS succeeded
       FROM ${minutesOf(REQUEST_TOTALS)} AS request
       UNION ALL
       SELECT start, 0, 0, 0, count, count - failed FROM ${minutesOf(API_TOTALS)} AS call
     ) AS part GROUP BY part.start`,
    parameters,
  );
  const byStart = new Map(rows.map(({ start, ...totals }) => [start, totals]));
  const [from, to] = [scope.from.getTime(), scope.to.getTime()];
  return Array.from(
    { length: (to - from) / UNITS.minute },
    (_, index) => byStart.get(to - (index + 1) * UNITS.minute) ?? NO_TOTALS,
  );
}
