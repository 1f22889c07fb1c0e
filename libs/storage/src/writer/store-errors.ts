import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import type { UUID } from 'uuidv7';
import { copyRows } from './copy/copy-rows.js';
import type { ErrorRow } from './error-row.js';
import type { GroupNews } from './group-news.js';
import { errorLogTable } from './tables/error-log.table.js';
import type { Row } from './tables/table.js';
import { upsertGroups } from './upsert-groups.js';

/**
 * Stores errors and counts them in their groups. The last of a batch: its groups are locked from then until the commit.
 * @param rows by fingerprint
 * @param news learns which groups are new, or came back
 */
export async function storeErrors(
  client: ClientBase,
  source: Source,
  rows: readonly ErrorRow[],
  news: GroupNews,
): Promise<void> {
  if (rows.length === 0) return;
  const groups = await upsertGroups(client, source, rows);
  await copyRows(client, errorLogTable, source, grouped(rows, groups.ids));
  news.add(groups);
}

function* grouped(rows: readonly ErrorRow[], ids: ReadonlyMap<string, UUID>): Generator<Row> {
  for (const row of rows) yield Object.assign(row, { group_id: ids.get(row.grouping.fingerprint) });
}
