import {
  createDataSource,
  readSpan,
  recomputeRollups,
  verifyRollups,
  type Deviation,
} from '@scitex/monitoring-storage';
import type { Request } from './arguments.ts';
import { dayOf, daysOf } from './days.ts';
import { differs, sumUp } from './sum-up.ts';

/** A day may hold many million rows. */
const STATEMENT_TIMEOUT_MS = 600_000;

/**
 * Compares rollups with their raw rows, day after day, and mends those that differ where that is asked for.
 * @returns how far they were off, before they were mended
 */
export async function verify(url: string, request: Request, stop: AbortSignal): Promise<Deviation[]> {
  const dataSource = createDataSource({ url, poolSize: 1, applicationName: 'scitex-monitoring-verify' });
  await dataSource.initialize();
  try {
    await dataSource.query(`SET statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    const span = await readSpan(dataSource);
    const from = Math.max(request.from, span?.from.getTime() ?? 0);
    const to = Math.min(request.to, span?.to.getTime() ?? 0);
    const found: Deviation[] = [];
    for (const day of daysOf(from, to)) {
      stop.throwIfAborted();
      const deviations = await verifyRollups(dataSource, day);
      found.push(...deviations);
      if (request.mend && deviations.some(differs))
        await dataSource.transaction((db) => recomputeRollups(db, dayOf(day)));
    }
    return sumUp(found);
  } finally {
    await dataSource.destroy();
  }
}
