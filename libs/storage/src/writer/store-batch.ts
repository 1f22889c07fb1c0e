import { countEvents, type Batch, type EventKind, type Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { copyRows } from './copy/copy-rows.js';
import { toErrorRows } from './error-row.js';
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
export async function storeBatch(client: ClientBase, batch: Batch, refusals: Refusals): Promise<Counts> {
  const [others, errors] = await Promise.all([
    storeOthers(client, batch, refusals),
    toErrorRows(batch.errors, refusals),
  ]);
  await storeErrors(client, batch.source, errors);
  return { ...others, errors: countEvents(errors) };
}

async function storeOthers(
  client: ClientBase,
  { source, metrics, apiCalls, activities }: Batch,
  refusals: Refusals,
): Promise<Omit<Counts, 'errors'>> {
  const store = <Event extends { readonly timestamp: number }>(
    kind: EventKind,
    table: Table<Event>,
    events: readonly Event[],
  ) =>
    storeEvents(client, table, source, events, (event) => refusals.add(kind, reasonOf(table, event), event));
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
      yield row;
    }
  }
  await copyRows(client, table, source, rows());
  return count;
}
