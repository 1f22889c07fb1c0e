import { countEvents } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { isRefusal } from './refusal.js';

/**
 * Stores rows, and where PostgreSQL refuses them, each half on its own, down to the rows that it refuses.
 * @returns how many events those stand for that were stored
 */
export async function storeAround<Row>(
  client: ClientBase,
  rows: readonly Row[],
  insert: (rows: readonly Row[]) => Promise<void>,
  onRefused: (row: Row, error: unknown) => void,
): Promise<number> {
  if (rows.length === 0) return 0;
  await client.query('SAVEPOINT around');
  let refusal: unknown;
  try {
    await insert(rows);
    await client.query('RELEASE SAVEPOINT around');
    return countEvents(rows);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    refusal = error;
    await client.query('ROLLBACK TO SAVEPOINT around; RELEASE SAVEPOINT around');
  }
  if (rows.length === 1) {
    rows.forEach((row) => onRefused(row, refusal));
    return 0;
  }
  const middle = rows.length >> 1;
  const before = await storeAround(client, rows.slice(0, middle), insert, onRefused);
  return before + (await storeAround(client, rows.slice(middle), insert, onRefused));
}
