import type { EndpointDetail } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { REQUEST_TOTALS, REQUESTS } from '../rollups/rollup-kind.js';
import { chooseRollups } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp } from './cover/rolled-up.js';
import {
  histogramOf,
  percentOf,
  TIMES_WITH_HISTOGRAMS_FIGURES,
  TIMES_WITH_HISTOGRAMS,
  timingsOf,
  type Totals,
} from './cover/totals.js';
import { TOP_OF_ROUTE } from './limits.js';
import type { Scope } from './scope.js';

type Row = Totals & { readonly release: string | null; readonly total: number };

/** How a route fared in each release, from the rollups: those with the most requests, `total` of how many. */
export async function readRouteReleases(db: Queryable, scope: Scope): Promise<EndpointDetail['releases']> {
  const rollups = await chooseRollups(db, scope, { detailed: REQUESTS, totals: REQUEST_TOTALS });
  const rows = await readCovered<Row>(db, scope, [REQUESTS], ({ hasOpenEnd, parameters }, isOpen) => {
    const parts = rolledUp(
      { ...rollups, scope, hasOpenEnd, source: ['release'], figures: TIMES_WITH_HISTOGRAMS_FIGURES },
      parameters,
    );
    return `
     SELECT release, ${TIMES_WITH_HISTOGRAMS}, count(*) OVER ()::float8 AS total, ${isOpen} AS "isOpen"
     FROM ${parts} AS part GROUP BY release
     ORDER BY sum(count) DESC, release COLLATE "C" LIMIT ${TOP_OF_ROUTE}`;
  });
  return { total: rows[0]?.total ?? 0, items: rows.map(toRelease) };
}

function toRelease(row: Row): EndpointDetail['releases']['items'][number] {
  const { release, count, failed } = row;
  const { avg, p95 } = timingsOf(row, histogramOf(row));
  return { release, count, errorRate: percentOf(failed, count) ?? 0, avg, p95 };
}
