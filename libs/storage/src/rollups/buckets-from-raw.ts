import { FIGURES } from './figures.js';
import {
  figuresOf,
  namesOf,
  otherId,
  seriesId,
  startOf,
  UNITS,
  type RollupKind,
  type Unit,
} from './rollup-kind.js';

/** The condition, in SQL, that an instant is in one of the buckets that the window from $1 to before $2 touches. */
export function around(unit: Unit, instant: string): string {
  const last = `$2::timestamptz + interval '${UNITS[unit]} milliseconds' - interval '1 microsecond'`;
  return `${instant} >= ${startOf(unit, '$1::timestamptz')} AND ${instant} < ${startOf(unit, last)}`;
}

/** The buckets that the raw rows around $1 and $2 amount to, with the names of their series, in SQL. */
export function bucketsFromRaw(kind: RollupKind, unit: Unit): string {
  const names = namesOf(kind).join(', ');
  const figures = figuresOf(kind).map(
    (name) => `${FIGURES[name].compact(`${kind.figures[name]}`)} AS ${name}`,
  );
  return `
    SELECT ${seriesId(kind)} AS series_id, ${otherId(kind)} AS other_id, ${startOf(unit, 'timestamp')} AS start,
      ${names}, ${figures.join(', ')}
    FROM monitoring.${kind.raw}
    WHERE ${kind.condition} AND ${around(unit, 'timestamp')}
    GROUP BY ${startOf(unit, 'timestamp')}, ${names}`;
}

/** Buckets, in SQL, of which those are merged that get the same start and id. */
export function mergedBuckets(kind: RollupKind, of: string, id: string, start = 'start'): string {
  const figures = figuresOf(kind).map((name) => `${FIGURES[name].merged(name)} AS ${name}`);
  return `SELECT ${start} AS start, ${id} AS series_id, ${figures.join(', ')} FROM ${of} GROUP BY 1, 2`;
}
