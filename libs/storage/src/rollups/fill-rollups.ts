import { select, type Queryable } from '../queryable.js';
import { recomputeRollups } from './recompute-rollups.js';
import { ROLLUP_KINDS } from './rollup-kind.js';
import type { Transactional } from './transactional.js';

/** Makes the rollups of a store that has raw rows and no rollup at all, as it was before there were any. */
export async function fillRollups(db: Queryable & Transactional): Promise<void> {
  if (await hasRollups(db)) return;
  const { first, last } = await rawSpan(db);
  if (first === null || last === null) return;
  await db.transaction(async (transaction) => {
    await transaction.query('SET LOCAL statement_timeout = 0');
    await recomputeRollups(transaction, { from: first, to: new Date(last.getTime() + 1) });
  });
}

async function hasRollups(db: Queryable): Promise<boolean> {
  const days = ROLLUP_KINDS.map(({ name }) => `EXISTS (SELECT FROM monitoring.${name}_day)`);
  const [row] = await select<{ any: boolean }>(db, `SELECT ${days.join(' OR ')} AS any`);
  return row?.any === true;
}

async function rawSpan(db: Queryable): Promise<{ first: Date | null; last: Date | null }> {
  const of = (aggregate: string) =>
    ROLLUP_KINDS.map(
      ({ raw, condition }) => `(SELECT ${aggregate}(timestamp) FROM monitoring.${raw} WHERE ${condition})`,
    ).join(', ');
  const [span] = await select<{ first: Date | null; last: Date | null }>(
    db,
    `SELECT least(${of('min')}) AS first, greatest(${of('max')}) AS last`,
  );
  return span ?? { first: null, last: null };
}
