import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { copyRows } from './copy/copy-rows.js';
import type { ErrorRow } from './error-row.js';
import { errorLogTable } from './tables/error-log.table.js';
import { upsertGroups } from './upsert-groups.js';

/**
 * Stores errors and counts them in their groups. The last of a batch: its groups are locked from then until the commit.
 * @param rows by fingerprint
 */
export async function storeErrors(
  client: ClientBase,
  source: Source,
  rows: readonly ErrorRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = await upsertGroups(client, source, rows);
  const grouped = rows.map((row) => ({ ...row, group_id: ids.get(row.grouping.fingerprint) }));
  await copyRows(client, errorLogTable, source, grouped);
}
