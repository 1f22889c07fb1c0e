import { select, type Queryable } from '../queryable.js';

/**
 * What the store shows, as a text that differs from every one before as soon as a transaction has changed anything: two
 * statements that see the same snapshot see the same rows.
 * @example await readSnapshot(dataSource) // '1041:1043:1041'
 */
export async function readSnapshot(db: Queryable): Promise<string> {
  const [row] = await select<{ snapshot: string }>(db, 'SELECT pg_current_snapshot()::text AS snapshot');
  return row?.snapshot ?? '';
}
