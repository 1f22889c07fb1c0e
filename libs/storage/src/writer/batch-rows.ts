import type { Batch, ErrorEvent, EventKind, Severity, Source } from '@scitex/monitoring-contracts';
import { groupOf, type Grouping } from '../grouping/index.js';
import { NAME_LENGTH, text } from './clean/text.js';
import { apiUsageMetricTable } from './tables/api-usage-metric.table.js';
import { errorLogTable } from './tables/error-log.table.js';
import { systemMetricTable } from './tables/system-metric.table.js';
import { rowOf, type Table, type TimedRow } from './tables/table.js';
import { userActivityTable } from './tables/user-activity.table.js';
import type { Counts } from './write-result.js';

/** The columns that a group is made from. */
interface ErrorColumns extends TimedRow {
  readonly severity: Severity;
  readonly error_type: string;
  readonly message: string;
  readonly stack_trace: string | null;
  readonly endpoint: string | null;
}

export interface ErrorRow extends ErrorColumns {
  readonly grouping: Grouping;
}

/** A batch as it goes into the tables: cleaned, and without the events that no table could hold. */
export interface BatchRows {
  readonly id: string;
  readonly source: Source;
  /** Of the batch as it came. */
  readonly sent: Counts;
  readonly metrics: readonly TimedRow[];
  /** By fingerprint: all writers lock groups in one order, and so never wait for each other in a circle. */
  readonly errors: readonly ErrorRow[];
  readonly apiCalls: readonly TimedRow[];
  readonly activities: readonly TimedRow[];
}

export function toBatchRows({ id, source, metrics, errors, apiCalls, activities }: Batch): BatchRows {
  return {
    id,
    source: cleanSource(source),
    sent: {
      metrics: metrics.length,
      errors: errors.length,
      apiCalls: apiCalls.length,
      activities: activities.length,
    },
    metrics: toRows(systemMetricTable, metrics),
    errors: errors.flatMap(toErrorRow).sort(byFingerprint),
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

/** The rows of those UTC days, such as `2026-01-31`. */
export function rowsOfDays(rows: BatchRows, days: ReadonlySet<string>): BatchRows {
  const kept = ({ timestamp }: TimedRow) => days.has(dayOf(timestamp));
  return {
    ...rows,
    metrics: rows.metrics.filter(kept),
    errors: rows.errors.filter(kept),
    apiCalls: rows.apiCalls.filter(kept),
    activities: rows.activities.filter(kept),
  };
}

export function daysOf({ metrics, errors, apiCalls, activities }: BatchRows): string[] {
  const days = [metrics, errors, apiCalls, activities].flatMap((rows) =>
    rows.map(({ timestamp }) => dayOf(timestamp)),
  );
  return [...new Set(days)];
}

function dayOf(timestamp: string): string {
  return timestamp.slice(0, 10);
}

function toRows<Event extends { readonly timestamp: number }>(
  table: Table<Event>,
  events: readonly Event[],
): TimedRow[] {
  return events.map((event) => rowOf(table, event)).filter((row) => row !== undefined);
}

function toErrorRow(event: ErrorEvent): ErrorRow[] {
  const row = rowOf(errorLogTable, event) as ErrorColumns | undefined;
  if (!row) return [];
  const grouping = groupOf({
    errorType: row.error_type,
    message: row.message,
    stackTrace: row.stack_trace,
  });
  return [{ ...row, grouping }];
}

function byFingerprint({ grouping: a }: ErrorRow, { grouping: b }: ErrorRow): number {
  return a.fingerprint < b.fingerprint ? -1 : Number(a.fingerprint > b.fingerprint);
}

function cleanSource(source: Source): Source {
  const name = (value: unknown) => text(value, NAME_LENGTH) || 'unknown';
  return {
    app: name(source.app),
    environment: name(source.environment),
    release: text(source.release, NAME_LENGTH),
    instance: name(source.instance),
  };
}
