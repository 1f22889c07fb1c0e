import { countEvents, type Batch, type Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { BatchRollups } from '../rollups/batch-rollups.js';
import { API_CALLS, REQUESTS } from '../rollups/rollup-kind.js';
import { storeRollups } from '../rollups/store-rollups.js';
import { copyRows } from './copy/copy-rows.js';
import { toErrorRows } from './error-row.js';
import { storeErrors } from './store-errors.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import { rowOf, type Table, type TimedRow } from './tables/table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import type { Counts } from './write-result.js';

/**
 * Stores a batch, or fails. Rows are made, and errors grouped, while PostgreSQL stores the rows before them.
 * @returns how many events were stored: all but those that no table could hold
 */
export async function storeBatch(client: ClientBase, batch: Batch): Promise<Counts> {
  const requests = new BatchRollups(REQUESTS);
  const apiCalls = new BatchRollups(API_CALLS);
  const [others, errors] = await Promise.all([
    storeOthers(client, batch, requests, apiCalls),
    toErrorRows(batch.errors),
  ]);
  await storeErrors(client, batch.source, errors);
  await storeRollups(client, batch.source, requests);
  await storeRollups(client, batch.source, apiCalls);
  return { ...others, errors: countEvents(errors) };
}

async function storeOthers(
  client: ClientBase,
  { source, metrics, apiCalls, activities }: Batch,
  requestRollups: BatchRollups,
  apiCallRollups: BatchRollups,
): Promise<Omit<Counts, 'errors'>> {
  return {
    metrics: await storeEvents(client, systemMetricTable, source, metrics, requestRollups),
    apiCalls: await storeEvents(client, apiUsageMetricTable, source, apiCalls, apiCallRollups),
    activities: await storeEvents(client, userActivityTable, source, activities),
  };
}

async function storeEvents<Event extends { readonly timestamp: number }>(
  client: ClientBase,
  table: Table<Event>,
  source: Source,
  events: readonly Event[],
  rollups?: BatchRollups,
): Promise<number> {
  if (events.length === 0) return 0;
  let count = 0;
  function* rows(): Generator<TimedRow> {
    for (const event of events) {
      const row = rowOf(table, event);
      if (!row) continue;
      count += row.weight;
      rollups?.add(row);
      yield row;
    }
  }
  await copyRows(client, table, source, rows());
  return count;
}
