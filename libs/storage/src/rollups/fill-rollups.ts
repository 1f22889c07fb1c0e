import { select, type Queryable } from '../queryable.js';
import { recomputeRollups } from './recompute-rollups.js';
import { ROLLUP_KINDS } from './rollup-kind.js';
import { readSpan } from './read-span.js';
import type { Transactional } from './transactional.js';

/** Makes the rollups of a store that has raw rows and no rollup at all, as it was before there were any. */
export async function fillRollups(db: Queryable & Transactional): Promise<void> {
  if (await hasRollups(db)) return;
  const span = await readSpan(db);
  if (span === null) return;
  await db.transaction(async (transaction) => {
    await transaction.query('SET LOCAL statement_timeout = 0');
    await recomputeRollups(transaction, span);
  });
}

async function hasRollups(db: Queryable): Promise<boolean> {
  const days = ROLLUP_KINDS.map(({ name }) => `EXISTS (SELECT FROM monitoring.${name}_day)`);
  const [row] = await select<{ any: boolean }>(db, `SELECT ${days.join(' OR ')} AS any`);
  return row?.any === true;
}
