import type { ClientBase } from 'pg';
import type { BatchRows } from './batch-rows.js';
import { copyRows } from './copy/copy-rows.js';
import { storeAround } from './store-around.js';
import { storeErrors } from './store-errors.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import type { Row, Table } from './tables/table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import type { Counts } from './write-result.js';

/** Stores all rows but those that PostgreSQL refuses; the counts are of those stored. */
export async function storeAcceptable(client: ClientBase, rows: BatchRows): Promise<Counts> {
  const { source, metrics, apiCalls, activities, errors } = rows;
  const into =
    <Event>(table: Table<Event>) =>
    (some: readonly Row[]) =>
      copyRows(client, table, source, some);
  return {
    metrics: await storeAround(client, metrics, into(systemMetricTable)),
    apiCalls: await storeAround(client, apiCalls, into(apiUsageMetricTable)),
    activities: await storeAround(client, activities, into(userActivityTable)),
    errors: await storeAround(client, errors, (some) => storeErrors(client, source, some)),
  };
}
