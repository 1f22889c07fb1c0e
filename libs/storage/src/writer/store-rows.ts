import type { ClientBase } from 'pg';
import { countRows, type BatchRows } from './batch-rows.js';
import { copyRows } from './copy/copy-rows.js';
import type { ErrorRow } from './error-row.js';
import { storeAround } from './store-around.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { errorLogTable } from './tables/error-log.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import { upsertGroups } from './upsert-groups.js';
import type { Counts } from './write-result.js';

/** How rows are handed to a table: all at once, or around those that PostgreSQL refuses. */
type Store = <Row>(
  client: ClientBase,
  rows: readonly Row[],
  insert: (rows: readonly Row[]) => Promise<void>,
) => Promise<number>;

/** Stores all rows or fails. */
export async function storeAll(client: ClientBase, rows: BatchRows): Promise<Counts> {
  await storeRows(client, rows, async (_, all, insert) => {
    await insert(all);
    return all.length;
  });
  return countRows(rows);
}

/** Stores all rows but those that PostgreSQL refuses; the counts are of those stored. */
export function storeAcceptable(client: ClientBase, rows: BatchRows): Promise<Counts> {
  return storeRows(client, rows, storeAround);
}

/** Errors come last: their groups are locked from then until the commit. */
async function storeRows(client: ClientBase, rows: BatchRows, store: Store): Promise<Counts> {
  const { source } = rows;
  return {
    metrics: await store(client, rows.metrics, (some) => copyRows(client, systemMetricTable, source, some)),
    apiCalls: await store(client, rows.apiCalls, (some) =>
      copyRows(client, apiUsageMetricTable, source, some),
    ),
    activities: await store(client, rows.activities, (some) =>
      copyRows(client, userActivityTable, source, some),
    ),
    errors: await store(client, rows.errors, (some) => insertErrors(client, rows, some)),
  };
}

async function insertErrors(
  client: ClientBase,
  { source }: BatchRows,
  rows: readonly ErrorRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = await upsertGroups(client, source, rows);
  const grouped = rows.map((row) => ({ ...row, group_id: ids.get(row.grouping.fingerprint) }));
  await copyRows(client, errorLogTable, source, grouped);
}
