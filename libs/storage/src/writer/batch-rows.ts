import { countEvents, type Batch, type EventKind, type Source } from '@scitex/monitoring-contracts';
import { toErrorRows, type ErrorRow } from './error-row.js';
import { mapInTurns } from './map-in-turns.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import { rowOf, type Table, type TimedRow } from './tables/table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import { reasonOf } from './quarantine/reason-of.js';
import type { Refusals } from './quarantine/refusals.js';
import type { Counts } from './write-result.js';

/** A batch as it goes into the tables: cleaned, and without the events that no table could hold. */
export interface BatchRows {
  readonly source: Source;
  readonly metrics: readonly TimedRow[];
  /** By fingerprint. */
  readonly errors: readonly ErrorRow[];
  readonly apiCalls: readonly TimedRow[];
  readonly activities: readonly TimedRow[];
}

/** Without holding up the event loop, which is the host's. */
export async function toBatchRows(
  { source, metrics, errors, apiCalls, activities }: Batch,
  refusals: Refusals,
): Promise<BatchRows> {
  const rowsOf = <Event extends { readonly timestamp: number }>(
    kind: EventKind,
    table: Table<Event>,
    events: readonly Event[],
  ) => toRows(table, events, (event) => refusals.add(kind, reasonOf(table, event), event));
  return {
    source,
    metrics: await rowsOf('metrics', systemMetricTable, metrics),
    errors: await toErrorRows(errors, refusals),
    apiCalls: await rowsOf('apiCalls', apiUsageMetricTable, apiCalls),
    activities: await rowsOf('activities', userActivityTable, activities),
  };
}

/** The events that rows, or events themselves, stand for. */
export function countKinds(rows: Record<EventKind, readonly unknown[]>): Counts {
  return {
    metrics: countEvents(rows.metrics),
    errors: countEvents(rows.errors),
    apiCalls: countEvents(rows.apiCalls),
    activities: countEvents(rows.activities),
  };
}

async function toRows<Event extends { readonly timestamp: number }>(
  table: Table<Event>,
  events: readonly Event[],
  onRefused: (event: Event) => void,
): Promise<TimedRow[]> {
  const rows = await mapInTurns(events, (event) => {
    const row = rowOf(table, event);
    if (!row) onRefused(event);
    return row;
  });
  return rows.filter((row) => row !== undefined);
}
