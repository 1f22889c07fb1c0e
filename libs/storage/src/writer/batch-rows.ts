import type { Batch, EventKind, Source } from '@scitex/monitoring-contracts';
import { cleanSource } from './clean/source.js';
import { toErrorRows, type ErrorRow } from './error-row.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import { rowOf, type Table, type TimedRow } from './tables/table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import type { Counts } from './write-result.js';

/** A batch as it goes into the tables: cleaned, and without the events that no table could hold. */
export interface BatchRows {
  readonly id: string;
  readonly source: Source;
  /** Of the batch as it came. */
  readonly sent: Counts;
  readonly metrics: readonly TimedRow[];
  /** By fingerprint. */
  readonly errors: readonly ErrorRow[];
  readonly apiCalls: readonly TimedRow[];
  readonly activities: readonly TimedRow[];
}

export function toBatchRows({ id, source, metrics, errors, apiCalls, activities }: Batch): BatchRows {
  return {
    id,
    source: cleanSource(source),
    sent: countRows({ metrics, errors, apiCalls, activities }),
    metrics: toRows(systemMetricTable, metrics),
    errors: toErrorRows(errors),
    apiCalls: toRows(apiUsageMetricTable, apiCalls),
    activities: toRows(userActivityTable, activities),
  };
}

export function countRows(rows: Record<EventKind, readonly unknown[]>): Counts {
  return {
    metrics: rows.metrics.length,
    errors: rows.errors.length,
    apiCalls: rows.apiCalls.length,
    activities: rows.activities.length,
  };
}

function toRows<Event extends { readonly timestamp: number }>(
  table: Table<Event>,
  events: readonly Event[],
): TimedRow[] {
  return events.map((event) => rowOf(table, event)).filter((row) => row !== undefined);
}
