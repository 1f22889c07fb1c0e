import type { ClientBase } from 'pg';
import type { EventKind } from '@scitex/monitoring-contracts';
import type { SeenRelease } from '../deploys/seen-releases.js';
import { BatchRollups } from '../rollups/batch-rollups.js';
import { API_CALLS, REQUESTS } from '../rollups/rollup-kind.js';
import { storeRollups } from '../rollups/store-rollups.js';
import type { BatchRows } from './batch-rows.js';
import { copyRows } from './copy/copy-rows.js';
import type { ErrorRow } from './error-row.js';
import { exampleOf } from './quarantine/example-of.js';
import { reasonIn } from './quarantine/reason-of.js';
import type { Refusals } from './quarantine/refusals.js';
import { storeAround } from './store-around.js';
import { storeErrors } from './store-errors.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import type { Table, TimedRow } from './tables/table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import type { Counts } from './write-result.js';

/** Stores all rows but those that PostgreSQL refuses, and notes why; the counts are of those stored. */
export async function storeAcceptable(
  client: ClientBase,
  rows: BatchRows,
  release: SeenRelease,
  refusals: Refusals,
): Promise<Counts> {
  const { source, metrics, apiCalls, activities, errors } = rows;
  const requests = new BatchRollups(REQUESTS);
  const calls = new BatchRollups(API_CALLS);
  const into =
    <Event>(table: Table<Event>, rollups?: BatchRollups) =>
    async (some: readonly TimedRow[]) => {
      await copyRows(client, table, source, some);
      for (const row of some) {
        rollups?.add(row);
        release.add(row);
      }
    };
  const noting = (kind: EventKind) => (row: TimedRow, error: unknown) =>
    refusals.add(kind, reasonIn(error), exampleOf(row));
  const storeThem = async (some: readonly ErrorRow[]) => {
    await storeErrors(client, source, some);
    for (const row of some) release.add(row);
  };
  const stored = {
    metrics: await storeAround(client, metrics, into(systemMetricTable, requests), noting('metrics')),
    apiCalls: await storeAround(client, apiCalls, into(apiUsageMetricTable, calls), noting('apiCalls')),
    activities: await storeAround(client, activities, into(userActivityTable), noting('activities')),
    errors: await storeAround(client, errors, storeThem, noting('errors')),
  };
  await storeRollups(client, source, requests);
  await storeRollups(client, source, calls);
  await release.store(client);
  return stored;
}
