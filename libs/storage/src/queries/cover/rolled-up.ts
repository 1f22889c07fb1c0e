import type { FigureName } from '../../rollups/figures.js';
import { startOf, UNITS, type RollupKind, type Unit } from '../../rollups/rollup-kind.js';
import { oldestAskedMinute } from '../../rollups/minute-hours.js';
import { bindableTime } from '../bindable.js';
import { narrowedTo, SOURCE, within, type Column, type Scope } from '../scope.js';
import { coverOf, type Piece } from './cover.js';

export interface Reading {
  readonly kind: RollupKind;
  readonly scope: Scope;
  /** Of the kind's widths, those that may be used; all by default. */
  readonly units?: RollupKind['units'];
  readonly figures: readonly FigureName[];
  /** Columns of the source that parts have too. */
  readonly source?: readonly Column[];
  /** What `readCovered` says. */
  readonly hasOpenEnd: boolean;
  /** Narrows the series to those of a table expression, by the columns that it shares with them. */
  readonly among?: { readonly table: string; readonly on: string };
}

/**
 * A table expression of what a scope amounts to, in parts with the columns `start`, those of the kind's series, those of
 * the `source`, and `figures`: buckets where there are whole ones, raw rows else. To be grouped, and its figures added up.
 * @param parameters those of the statement, which values are appended to
 */
export function rolledUp(reading: Reading, parameters: unknown[]): string {
  const { kind, scope, units = kind.units, hasOpenEnd } = reading;
  const minutesSince = kind.foldsMinutes ? oldestAskedMinute(new Date()).getTime() : 0;
  const parts = coverOf(scope, { units, minutesSince }, hasOpenEnd).map((piece) =>
    (piece.unit === 'raw' ? rawPart : bucketPart)(reading, piece, parameters),
  );
  return `(${parts.join('\n UNION ALL ')})`;
}

/** By minute, so that what is read is few and long arrays rather than one of a single entry for each row. */
function rawPart(
  { kind, scope, figures, source, among }: Reading,
  piece: Piece,
  parameters: unknown[],
): string {
  const columns = namesOf(kind, source).map((name) => `, raw.${name}`);
  const window = { ...scope, from: new Date(piece.from), to: new Date(piece.to) };
  const where = within(window, parameters, { table: 'raw' });
  return `SELECT ${startOf('minute', 'raw.timestamp')} AS start${columns.join('')},
      ${figures.map((figure) => `${kind.figures[figure]} AS ${figure}`).join(', ')}
    FROM monitoring.${kind.raw} AS raw ${among ? `JOIN ${among.table} ON ${among.on.replaceAll('series.', 'raw.')}` : ''}
    WHERE ${kind.condition} AND ${where} GROUP BY 1${columns.join('')}`;
}

/** Where series are few, each of their buckets is looked up; else all of a time are read. */
function bucketPart(
  { kind, scope, figures, source, among }: Reading,
  piece: Piece,
  parameters: unknown[],
): string {
  const { unit, from, to } = piece as Piece & { unit: Unit };
  const columns = namesOf(kind, source).map((name) => `series.${name}`);
  const isNarrow = among !== undefined || scope.endpoint !== undefined || scope.method !== undefined;
  const [first, end] = [new Date(from), new Date(to)].map(
    (time) => `$${parameters.push(bindableTime(time))}::timestamptz`,
  );
  const times = `bucket.start >= ${first} AND bucket.start < ${end}`;
  const table = bucketsOf(kind, unit, figures);
  const starts = `generate_series(${first}, ${end} - interval '1 second', interval '${UNITS[unit]} milliseconds') AS start`;
  const conditions = narrowedTo(scope, parameters, { columns: columnsOf(kind), table: 'series' });
  return `SELECT bucket.start, ${[...columns, ...figures.map((figure) => `bucket.${figure}`)].join(', ')}
    FROM monitoring.${kind.name}_series AS series ${among ? `JOIN ${among.table} ON ${among.on}` : ''}
    ${isNarrow ? `CROSS JOIN ${starts} JOIN ${table} ON bucket.start = start.start AND` : `JOIN ${table} ON`} bucket.series_id = series.id
    WHERE ${[times, ...conditions].join(' AND ')}`;
}

/** What tells parts of one time apart. */
function namesOf({ keys }: RollupKind, source: readonly Column[] = []): string[] {
  return [...source, ...Object.keys(keys)];
}

/** The buckets of a unit, with those minutes that are still to be folded into them. */
function bucketsOf({ name, foldsMinutes }: RollupKind, unit: Unit, figures: readonly FigureName[]): string {
  if (!foldsMinutes || unit === 'minute') return `monitoring.${name}_${unit} AS bucket`;
  const parts = [unit, 'minute'].map(
    (part) => `SELECT start, series_id, ${figures.join(', ')} FROM monitoring.${name}_${part}`,
  );
  return `(${parts.join(' UNION ALL ')}) AS bucket`;
}

/** The columns that a scope narrows: those of the kind's series. */
function columnsOf({ keys }: RollupKind): Column[] {
  return [...SOURCE, ...(['endpoint', 'method'] as const).filter((column) => column in keys)];
}
