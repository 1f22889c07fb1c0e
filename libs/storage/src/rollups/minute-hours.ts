import { UNITS } from './rollup-kind.js';

/**
 * How long there are buckets of minutes. What is older is told by hours, and at its edges by raw rows: where a minute
 * has four requests of one kind, as is common, its bucket takes half of the room that they take themselves.
 */
export const MINUTE_HOURS = 24;

/** Minutes are kept longer than anybody asks for them: maintenance runs each hour, and clocks differ. */
const KEPT_MS = (MINUTE_HOURS + 1) * UNITS.hour;

/** The oldest minute that is kept. */
export function oldestMinute(now: Date): Date {
  return new Date(now.getTime() - KEPT_MS);
}

/** The oldest minute that is asked for: so late that none goes meanwhile. */
export function oldestAskedMinute(now: Date): Date {
  return new Date(now.getTime() - MINUTE_HOURS * UNITS.hour);
}

/** When the hour ends up to which minutes are folded. */
export function foldedUntil(now: Date): Date {
  return new Date(Math.floor(oldestMinute(now).getTime() / UNITS.hour) * UNITS.hour);
}
