import { APDEX_TARGET_MS } from '@scitex/monitoring-contracts';
import type { FigureName } from './figures.js';

/**
 * Figures of raw rows, in SQL. Beside the writer's arithmetic in JavaScript, these are the second and only other
 * definition of a bucket; specs hold the two together.
 */
export type RawFigures = Readonly<Partial<Record<FigureName, string>>>;

/** Of events of which nothing is known but that they happened. */
export const COUNTED = { count: 'sum(weight)::bigint' } satisfies RawFigures;

/**
 * Of events that took a time.
 * @param value the column with the time, in milliseconds
 * @param failed the condition that an event failed
 */
export function timed(value: string, failed: string) {
  const events = (condition: string) => `coalesce(sum(weight) FILTER (WHERE ${condition}), 0)::bigint`;
  return {
    ...COUNTED,
    failed: events(failed),
    satisfied: events(`${value} <= ${APDEX_TARGET_MS}`),
    tolerating: events(`${value} > ${APDEX_TARGET_MS} AND ${value} <= ${4 * APDEX_TARGET_MS}`),
    sum: `sum(${value} * weight)`,
    min: `min(${value})`,
    max: `max(${value})`,
    histogram: `array_agg((monitoring.histogram_bin(${value}) << 41) + weight)`,
    statuses: 'array_agg((coalesce(status_code, 0)::bigint << 41) + weight)',
  } satisfies RawFigures;
}

/** Who caused events. @param name the column that names them */
export function visited(name: string) {
  return {
    visitors: `string_agg(monitoring.visitor_entry(${name}, weight), ''::bytea)`,
  } satisfies RawFigures;
}
