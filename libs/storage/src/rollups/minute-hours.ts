import { UNITS } from './rollup-kind.js';

/** How long there are minutes that are to be folded. What is older is told by wider buckets, and at its edges by raw rows. */
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
