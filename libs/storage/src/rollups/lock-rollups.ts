import { select, type Queryable } from '../queryable.js';
import { ROLLUP_KINDS, writtenUnits } from './rollup-kind.js';

/**
 * Keeps writers from adding to buckets until the end of the transaction; readers go on.
 *
 * A writer holds its own lock on these tables from its upsert, which comes last, to its commit. So whoever has this lock
 * sees the raw rows of every batch that is counted, and of no other: a batch whose raw rows are stored, but not yet
 * committed, waits here, and is added to what it finds then. It is neither lost nor counted twice.
 * @throws where there is no transaction, or one that goes on seeing what was there before it had the lock
 */
export async function lockRollups(db: Queryable): Promise<void> {
  const [isolation] = await select<{ transaction_isolation: string }>(db, 'SHOW transaction_isolation');
  if (isolation?.transaction_isolation !== 'read committed')
    throw new Error(
      `Rollups cannot be made anew in a transaction of isolation level «${isolation?.transaction_isolation}»: begin it with READ COMMITTED.`,
    );
  const tables = ROLLUP_KINDS.map((kind) => `monitoring.${kind.name}_${writtenUnits(kind).at(-1)}`);
  await db.query(`LOCK TABLE ${tables.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
}
