import { select, type Queryable } from '../queryable.js';
import { readSpan } from './read-span.js';
import { recomputeRollups } from './recompute-rollups.js';
import { ROLLUP_KINDS, startsOf } from './rollup-kind.js';
import type { Transactional } from './transactional.js';

/**
 * Makes the rollups of a store that was filled before there were any. Such a store is known by raw rows that are older
 * than every bucket, even when hosts have begun to keep rollups since.
 */
export async function fillRollups(db: Queryable & Transactional): Promise<void> {
  if (!(await hasOlderRows(db))) return;
  await db.transaction(async (transaction) => {
    await transaction.query('SET LOCAL statement_timeout = 0');
    const span = await readSpan(transaction);
    if (span) await recomputeRollups(transaction, span);
  });
}

async function hasOlderRows(db: Queryable): Promise<boolean> {
  const kinds = ROLLUP_KINDS.map(
    (kind) => `coalesce(
      (SELECT min(timestamp) FROM monitoring.${kind.raw} WHERE ${kind.condition})
      < coalesce(least(${startsOf(kind, 'min(start)').join(', ')}), 'infinity'), false)`,
  );
  const [row] = await select<{ older: boolean }>(db, `SELECT ${kinds.join(' OR ')} AS older`);
  return row?.older === true;
}
