import { UNITS, type Unit } from '../../rollups/rollup-kind.js';
import type { Window } from '../../rollups/window.js';

/** A part of a window, in milliseconds since 1970: whole buckets of a unit, or raw rows. */
export interface Piece {
  readonly unit: Unit | 'raw';
  readonly from: number;
  readonly to: number;
}

export interface Buckets {
  /** The widths to use, from the narrowest. */
  readonly units: readonly Unit[];
  /** When the oldest minute begins that is kept. */
  readonly minutesSince: number;
}

/**
 * Splits a window into whole buckets, the widest first, and raw rows where none fits.
 * @param hasOpenEnd there are no rows after the window, so that the bucket that it ends in belongs to it whole
 */
export function coverOf({ from, to }: Window, buckets: Buckets, hasOpenEnd: boolean): Piece[] {
  const end = to.getTime();
  return split(from.getTime(), hasOpenEnd ? openEnd(end, buckets) : end, buckets);
}

/** Where the widest bucket ends that the window ends in. */
export function openEnd(end: number, { units }: Pick<Buckets, 'units'>): number {
  const widest = units.at(-1);
  return widest ? ceil(end, UNITS[widest]) : end;
}

function split(from: number, to: number, { units, minutesSince }: Buckets): Piece[] {
  if (from >= to) return [];
  const unit = units.at(-1);
  if (!unit) return [{ unit: 'raw', from, to }];
  const narrower = { units: units.slice(0, -1), minutesSince };
  const first = ceil(unit === 'minute' ? Math.max(from, minutesSince) : from, UNITS[unit]);
  const last = Math.floor(to / UNITS[unit]) * UNITS[unit];
  if (first >= last) return split(from, to, narrower);
  return [...split(from, first, narrower), { unit, from: first, to: last }, ...split(last, to, narrower)];
}

const ceil = (time: number, width: number): number => Math.ceil(time / width) * width;
