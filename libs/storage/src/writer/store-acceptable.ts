import type { ClientBase } from 'pg';
import type { EventKind } from '@scitex/monitoring-contracts';
import type { SeenRelease } from '../deploys/seen-releases.js';
import { RollupsOfBatch } from '../rollups/rollups-of-batch.js';
import type { BatchRows } from './batch-rows.js';
import { copyRows } from './copy/copy-rows.js';
import type { ErrorRow } from './error-row.js';
import type { GroupNews } from './group-news.js';
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
  news: GroupNews,
): Promise<Counts> {
  const { source, metrics, apiCalls, activities, errors } = rows;
  const rollups = new RollupsOfBatch();
  const gather = (kind: EventKind, some: readonly TimedRow[]) => {
    for (const row of some) {
      rollups.add(kind, row);
      release.add(row);
    }
  };
  const into =
    <Event>(kind: EventKind, table: Table<Event>) =>
    async (some: readonly TimedRow[]) => {
      await copyRows(client, table, source, some);
      gather(kind, some);
    };
  const noting = (kind: EventKind) => (row: TimedRow, error: unknown) =>
    refusals.add(kind, reasonIn(error), exampleOf(row));
  const storeThem = async (some: readonly ErrorRow[]) => {
    await storeErrors(client, source, some, news);
    gather('errors', some);
  };
  const stored = {
    metrics: await storeAround(client, metrics, into('metrics', systemMetricTable), noting('metrics')),
    apiCalls: await storeAround(client, apiCalls, into('apiCalls', apiUsageMetricTable), noting('apiCalls')),
    activities: await storeAround(
      client,
      activities,
      into('activities', userActivityTable),
      noting('activities'),
    ),
    errors: await storeAround(client, errors, storeThem, noting('errors')),
  };
  await rollups.store(client, source);
  await release.store(client);
  return stored;
}
