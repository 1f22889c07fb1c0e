import { countEvents, type Batch, type EventKind, type Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import type { SeenRelease } from '../deploys/seen-releases.js';
import { RollupsOfBatch } from '../rollups/rollups-of-batch.js';
import { copyRows } from './copy/copy-rows.js';
import { toErrorRows } from './error-row.js';
import type { GroupNews } from './group-news.js';
import { reasonOf } from './quarantine/reason-of.js';
import type { Refusals } from './quarantine/refusals.js';
import { storeErrors } from './store-errors.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import { rowOf, type Table, type TimedRow } from './tables/table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import type { Counts } from './write-result.js';

/**
 * Stores a batch, or fails. Rows are made, and errors grouped, while PostgreSQL stores the rows before them.
 * @returns how many events were stored: all but those that no table could hold; why, the refusals tell
 */
export async function storeBatch(
  client: ClientBase,
  batch: Batch,
  release: SeenRelease,
  refusals: Refusals,
  news: GroupNews,
): Promise<Counts> {
  const rollups = new RollupsOfBatch();
  const [others, errors] = await Promise.all([
    storeOthers(client, batch, { rollups, release }, refusals),
    toErrorRows(batch.errors, refusals),
  ]);
  for (const row of errors) {
    rollups.add('errors', row);
    release.add(row);
  }
  await storeErrors(client, batch.source, errors, news);
  await rollups.store(client, batch.source);
  await release.store(client);
  return { ...others, errors: countEvents(errors) };
}

/** What is gathered from rows while they are stored. */
interface Gathered {
  readonly rollups: RollupsOfBatch;
  readonly release: SeenRelease;
}

async function storeOthers(
  client: ClientBase,
  { source, metrics, apiCalls, activities }: Batch,
  { rollups, release }: Gathered,
  refusals: Refusals,
): Promise<Omit<Counts, 'errors'>> {
  const store = <Event extends { readonly timestamp: number }>(
    kind: EventKind,
    table: Table<Event>,
    events: readonly Event[],
  ) => {
    const refuse = (event: Event) => refusals.add(kind, reasonOf(table, event), event);
    const gather = (row: TimedRow) => {
      rollups.add(kind, row);
      release.add(row);
    };
    return storeEvents(client, table, source, events, gather, refuse);
  };
  return {
    metrics: await store('metrics', systemMetricTable, metrics),
    apiCalls: await store('apiCalls', apiUsageMetricTable, apiCalls),
    activities: await store('activities', userActivityTable, activities),
  };
}

async function storeEvents<Event extends { readonly timestamp: number }>(
  client: ClientBase,
  table: Table<Event>,
  source: Source,
  events: readonly Event[],
  onRow: (row: TimedRow) => void,
  onRefused: (event: Event) => void,
): Promise<number> {
  if (events.length === 0) return 0;
  let count = 0;
  function* rows(): Generator<TimedRow> {
    for (const event of events) {
      const row = rowOf(table, event);
      if (!row) {
        onRefused(event);
        continue;
      }
      count += row.weight;
      onRow(row);
      yield row;
    }
  }
  await copyRows(client, table, source, rows());
  return count;
}
