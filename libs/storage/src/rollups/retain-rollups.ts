import { select, type Queryable } from '../queryable.js';
import { lockRollups } from './lock-rollups.js';
import { recomputeRollups } from './recompute-rollups.js';
import { ROLLUP_KINDS } from './rollup-kind.js';
import type { Transactional } from './transactional.js';

/**
 * Lets rollups go with their raw rows, a moment after them: makes those anew that are older than the retention, of
 * which only late rows may be left. They are true then, whatever was dropped by whom, and wherever this was interrupted.
 * @param oldest midnight UTC of the oldest day that is kept
 */
export async function retainRollups(db: Transactional, oldest: Date): Promise<void> {
  await db.transaction(async (transaction) => {
    await lockRollups(transaction);
    const first = await firstDay(transaction);
    if (first === null || first >= oldest) return;
    await recomputeRollups(transaction, { from: first, to: oldest });
    await deleteUnusedSeries(transaction);
  });
}

async function firstDay(db: Queryable): Promise<Date | null> {
  const days = ROLLUP_KINDS.map(({ name }) => `(SELECT min(start) FROM monitoring.${name}_day)`);
  const [row] = await select<{ first: Date | null }>(db, `SELECT least(${days.join(', ')}) AS first`);
  return row?.first ?? null;
}

/** Under the lock: a writer relies on the series that it has found. */
async function deleteUnusedSeries(db: Queryable): Promise<void> {
  for (const { name } of ROLLUP_KINDS)
    await db.query(`DELETE FROM monitoring.${name}_series AS series WHERE NOT EXISTS (
      SELECT FROM monitoring.${name}_day AS day WHERE day.series_id = series.id)`);
}
