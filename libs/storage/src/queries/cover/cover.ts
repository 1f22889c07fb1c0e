import { UNITS, type Unit } from '../../rollups/rollup-kind.js';
import type { Window } from '../../rollups/window.js';

/** A part of a window, in milliseconds since 1970: whole buckets of a unit, or raw rows. */
export interface Piece {
  readonly unit: Unit | 'raw';
  readonly from: number;
  readonly to: number;
  /** The part belongs to the window only if there are no rows (`open`), or some (`closed`), after its end. */
  readonly when?: 'open' | 'closed';
}

export interface Buckets {
  /** The widths to use, from the narrowest. */
  readonly units: readonly Unit[];
  /** When the oldest minute begins that is kept. */
  readonly minutesSince: number;
}

/**
 * Splits a window into whole buckets, the widest first, and raw rows where none fits.
 *
 * A window that ends now ends in the middle of a minute, an hour and a day. Unless there are rows of the future, which
 * are those of hosts whose clocks are ahead, their buckets hold nothing that came after it: they are the `open` end.
 * Which of the two ends counts, the statement finds out itself, so that all of its figures are of one moment.
 */
export function coverOf({ from, to }: Window, buckets: Buckets): Piece[] {
  const [begin, end] = [from.getTime(), to.getTime()];
  const closed = split(begin, end, buckets);
  const open = split(begin, openEnd(end, buckets), buckets);
  const both = closed.filter((piece) => open.some((other) => isSame(piece, other)));
  const only = (pieces: readonly Piece[], when: 'open' | 'closed') =>
    pieces
      .filter((piece) => !both.some((other) => isSame(piece, other)))
      .map((piece) => ({ ...piece, when }));
  return [...both, ...only(closed, 'closed'), ...only(open, 'open')];
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

const isSame = (a: Piece, b: Piece): boolean => a.unit === b.unit && a.from === b.from && a.to === b.to;
