import type { EventKind } from '@scitex/monitoring-contracts';
import type { BatchRows } from './batch-rows.js';
import { exampleOf } from './quarantine/example-of.js';
import { NO_PARTITION } from './quarantine/reason-of.js';
import type { Refusals } from './quarantine/refusals.js';
import type { TimedRow } from './tables/table.js';

/** The rows of those UTC days, such as `2026-01-31`; the others are refused. */
export function rowsOfDays(rows: BatchRows, days: ReadonlySet<string>, refusals: Refusals): BatchRows {
  const isKept = (kind: EventKind) => (row: TimedRow) => {
    if (days.has(dayOf(row.timestamp))) return true;
    refusals.add(kind, NO_PARTITION, exampleOf(row));
    return false;
  };
  return {
    ...rows,
    metrics: rows.metrics.filter(isKept('metrics')),
    errors: rows.errors.filter(isKept('errors')),
    apiCalls: rows.apiCalls.filter(isKept('apiCalls')),
    activities: rows.activities.filter(isKept('activities')),
  };
}

export function daysOf({ metrics, errors, apiCalls, activities }: BatchRows): string[] {
  const days = [metrics, errors, apiCalls, activities].flatMap((rows) =>
    rows.map(({ timestamp }) => dayOf(timestamp)),
  );
  return [...new Set(days)];
}

function dayOf(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(0, 10);
}
