import type { RecordModel, RecordRow } from '@scitex/monitoring-contracts';
import { select, type Queryable } from '../queryable.js';
import { rowColumns, tableOf } from './record-sql.js';

/** The row of this id, whatever its time; null where there is none. Each day's primary key is asked for it. */
export async function readRecord(db: Queryable, model: RecordModel, id: string): Promise<RecordRow | null> {
  const [found] = await select<{ row: RecordRow }>(
    db,
    `SELECT to_json(found) AS row FROM (
       SELECT ${rowColumns(model)} FROM ${tableOf(model)} WHERE id = $1
     ) AS found`,
    [id],
  );
  return found?.row ?? null;
}
