import type { BatchRows } from './batch-rows.js';
import type { TimedRow } from './tables/table.js';

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

function dayOf(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(0, 10);
}
