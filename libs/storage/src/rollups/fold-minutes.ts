import { select, type Queryable } from '../queryable.js';
import { mergedBuckets } from './buckets-from-raw.js';
import { lockRollups } from './lock-rollups.js';
import { foldedUntil } from './minute-hours.js';
import { figuresOf, startOf, type RollupKind } from './rollup-kind.js';
import type { Transactional } from './transactional.js';
import { addedToKnown } from './upsert-rollups.js';

/**
 * Moves what minutes have counted into the wider buckets, once it is a day old. Day after day, each on its own: however
 * much there is, writers wait for one of them at most.
 */
export async function foldMinutes(db: Transactional, kind: RollupKind, now: Date): Promise<void> {
  const until = foldedUntil(now).toISOString();
  while (await db.transaction((transaction) => foldDay(transaction, kind, until)));
}

/** @returns whether there is more */
async function foldDay(db: Queryable, kind: RollupKind, until: string): Promise<boolean> {
  await lockRollups(db);
  const [row] = await select<{ isMore: boolean }>(db, fold(kind), [until]);
  return row?.isMore === true;
}

/** In one statement, which sees all minutes as they were before it. */
function fold(kind: RollupKind): string {
  const minutes = `monitoring.${kind.name}_minute`;
  const columns = ['start', 'series_id', ...figuresOf(kind)].join(', ');
  const wider = kind.units.filter((unit) => unit !== 'minute');
  const parts = wider.map(
    (unit) => `${unit} AS (
      INSERT INTO monitoring.${kind.name}_${unit} AS known (${columns})
      ${mergedBuckets(kind, 'folded', 'series_id', startOf(unit, 'start'))} ${addedToKnown(kind)}
    )`,
  );
  return `
    WITH first AS (SELECT ${startOf('day', 'min(start)')} + interval '24 hours' AS day_end FROM ${minutes}),
    folded AS (
      DELETE FROM ${minutes} WHERE start < $1::timestamptz AND start < (SELECT day_end FROM first) RETURNING ${columns}
    ), ${parts.join(', ')}
    SELECT EXISTS (
      SELECT FROM ${minutes} WHERE start < $1::timestamptz AND start >= (SELECT day_end FROM first)) AS "isMore"`;
}
