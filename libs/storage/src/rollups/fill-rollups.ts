import { select, type Queryable } from '../queryable.js';
import { readSpan } from './read-span.js';
import { recomputeRollups } from './recompute-rollups.js';
import { ROLLUP_KINDS, startsOf, TALLY_KINDS, type RollupKind } from './rollup-kind.js';
import type { Transactional } from './transactional.js';

/**
 * Makes the rollups of a store that was filled before there were any, or before there were some of them. That is known by
 * raw rows that are older than every bucket, even when hosts have begun to keep rollups since.
 */
export async function fillRollups(db: Queryable & Transactional): Promise<void> {
  const kinds = await unfilledKinds(db);
  if (kinds.length === 0) return;
  await db.transaction(async (transaction) => {
    await transaction.query('SET LOCAL statement_timeout = 0');
    const span = await readSpan(transaction);
    if (span) await recomputeRollups(transaction, span, kinds);
  });
}

/** Those of raw tables whose rows some tally knows too few of: who was there is as old as what they did. */
async function unfilledKinds(db: Queryable): Promise<RollupKind[]> {
  const tables = TALLY_KINDS.map(
    (kind) => `SELECT '${kind.raw}' AS name WHERE
      (SELECT min(timestamp) FROM monitoring.${kind.raw} WHERE ${kind.condition})
      < coalesce(least(${startsOf(kind, 'min(start)').join(', ')}), 'infinity')`,
  );
  const rows = await select<{ name: string }>(db, tables.join(' UNION '));
  return ROLLUP_KINDS.filter(({ raw }) => rows.some(({ name }) => name === raw));
}
