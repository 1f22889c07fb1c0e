import { select, type Queryable } from '../queryable.js';
import { lockRollups } from './lock-rollups.js';
import { foldMinutes } from './fold-minutes.js';
import { recomputeRollups } from './recompute-rollups.js';
import { ROLLUP_KINDS, startsOf, wholeUnits } from './rollup-kind.js';
import type { Transactional } from './transactional.js';
import { monthOf } from './visitor-names.js';

/**
 * Lets rollups go with their raw rows, a moment after them: makes those anew that are older than the retention, of
 * which only late rows may be left. They are true then, whatever was dropped by whom, and wherever this was interrupted.
 * @param oldest midnight UTC of the oldest day that is kept
 */
export async function retainRollups(db: Transactional, oldest: Date, now: Date): Promise<void> {
  for (const kind of ROLLUP_KINDS.filter(({ foldsMinutes }) => foldsMinutes))
    await foldMinutes(db, kind, now);
  await db.transaction(async (transaction) => {
    await lockRollups(transaction);
    await transaction.query(`DELETE FROM monitoring.visitor WHERE month < ${monthOf('$1::timestamptz')}`, [
      oldest.toISOString(),
    ]);
    const first = await firstDay(transaction);
    if (first === null || first >= oldest) return;
    await recomputeRollups(transaction, { from: first, to: oldest });
    await deleteUnusedSeries(transaction);
  });
}

async function firstDay(db: Queryable): Promise<Date | null> {
  const days = ROLLUP_KINDS.flatMap((kind) => startsOf(kind, 'min(start)'));
  const [row] = await select<{ first: Date | null }>(db, `SELECT least(${days.join(', ')}) AS first`);
  return row?.first ?? null;
}

/** Under the lock: a writer relies on the series that it has found. */
async function deleteUnusedSeries(db: Queryable): Promise<void> {
  for (const kind of ROLLUP_KINDS) {
    const isUnused = wholeUnits(kind).map(
      (unit) =>
        `NOT EXISTS (SELECT FROM monitoring.${kind.name}_${unit} AS bucket WHERE bucket.series_id = series.id)`,
    );
    await db.query(`DELETE FROM monitoring.${kind.name}_series AS series WHERE ${isUnused.join(' AND ')}`);
  }
}
