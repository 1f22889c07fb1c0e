import { bindableTime } from '../queries/bindable.js';
import { select, type Queryable } from '../queryable.js';
import { around, bucketsFromRaw, mergedBuckets } from './buckets-from-raw.js';
import { FIGURES, type FigureName } from './figures.js';
import { MINUTE_HOURS } from './minute-hours.js';
import {
  figuresOf,
  otherId,
  ROLLUP_KINDS,
  startOf,
  UNITS,
  USERS,
  type RollupKind,
  type Unit,
} from './rollup-kind.js';
import type { Window } from './window.js';

/** What is compared: of some kinds not all. */
export const COMPARED = ['buckets', ...(Object.keys(FIGURES) as FigureName[]), 'series'] as const;

/** How far the buckets of a kind and unit are from the raw rows that they count, per figure. All are 0 when they are true. */
export interface Deviation {
  readonly kind: RollupKind['name'];
  readonly unit: Unit;
  /** The buckets that there are. */
  readonly found: number;
  /**
   * The differences of all buckets, none of which makes up for another. Of `buckets`, those that are missing or that no
   * raw row is in; of `histogram`, `statuses` and `visitors`, those whose counts differ; of `series`, those that no series
   * has a name for, and users without a name.
   */
  readonly differences: Readonly<Record<(typeof COMPARED)[number], number>>;
}

/**
 * Compares every bucket that a window touches with its raw rows, each kind and unit at one moment, while writers go on.
 * Minutes are compared as far back as they are kept.
 */
export async function verifyRollups(db: Queryable, window: Window): Promise<Deviation[]> {
  const deviations = [];
  for (const kind of ROLLUP_KINDS)
    for (const unit of kind.units)
      deviations.push(await verify(db, kind, unit, { ...window, from: firstOf(kind, unit, window) }));
  return deviations;
}

function firstOf({ foldsMinutes }: RollupKind, unit: Unit, { from }: Window): Date {
  if (unit !== 'minute' || !foldsMinutes) return from;
  return new Date(Math.max(from.getTime(), Date.now() - MINUTE_HOURS * UNITS.hour));
}

const NOTHING = Object.fromEntries(COMPARED.map((figure) => [figure, 0])) as Deviation['differences'];

async function verify(db: Queryable, kind: RollupKind, unit: Unit, { from, to }: Window): Promise<Deviation> {
  const [row] = await select<Record<string, number>>(db, compare(kind, unit), [
    bindableTime(from),
    bindableTime(to),
  ]);
  const { found = NaN, ...differences } = row ?? {};
  return { kind: kind.name, unit, found, differences: { ...NOTHING, ...differences } };
}

/** Where a writer counted some series as others, nobody knows which: there, all that could be among them are one. */
function compare(kind: RollupKind, unit: Unit): string {
  const differences = figuresOf(kind).map((figure) => `${differenceOf(figure)}::float8 AS ${figure}`);
  const id = 'CASE WHEN others.start IS NULL THEN series_id ELSE other_id END';
  return `
    WITH raw_series AS MATERIALIZED (${bucketsFromRaw(kind, unit)}), kept_series AS MATERIALIZED (
      SELECT bucket.*, series.id AS named, ${otherId(kind)} AS other_id
      FROM ${keptBuckets(kind, unit)} AS bucket
      LEFT JOIN monitoring.${kind.name}_series AS series ON series.id = bucket.series_id
      WHERE ${around(unit, 'start')}
    ), others AS MATERIALIZED (SELECT start, other_id FROM kept_series WHERE series_id = other_id),
    raw AS (${mergedBuckets(kind, 'raw_series LEFT JOIN others USING (start, other_id)', id)}),
    kept AS (${mergedBuckets(kind, 'kept_series LEFT JOIN others USING (start, other_id)', id)})
    SELECT (SELECT count(*) FROM kept_series)::float8 AS found,
      count(*) FILTER (WHERE raw.start IS NULL OR kept.start IS NULL)::float8 AS buckets, ${differences.join(', ')},
      (SELECT count(*) FROM kept_series WHERE named IS NULL)::float8${kind === USERS ? ` + (${NAMELESS})` : ''} AS series
    FROM raw FULL JOIN kept USING (start, series_id)`;
}

/** The buckets of a unit, with those minutes that are still to be folded into them. */
function keptBuckets(kind: RollupKind, unit: Unit): string {
  const table = `monitoring.${kind.name}_${unit}`;
  if (!kind.foldsMinutes) return table;
  const columns = ['series_id', ...figuresOf(kind)].join(', ');
  const minutes = `SELECT ${startOf(unit, 'start')} AS start, ${columns} FROM monitoring.${kind.name}_minute`;
  const parts = unit === 'minute' ? minutes : `SELECT start, ${columns} FROM ${table} UNION ALL ${minutes}`;
  return `(${mergedBuckets(kind, `(${parts}) AS part WHERE ${around(unit, 'start')}`, 'series_id')})`;
}

/** Users of which only the hash is known. */
const NAMELESS = `
  SELECT count(DISTINCT visitor.id) FROM kept_series CROSS JOIN monitoring.visitors(visitors) AS visitor
  WHERE NOT EXISTS (SELECT FROM monitoring.visitor AS named WHERE int8send(named.id) = visitor.id)`;

/** Sums of doubles depend on their order in the last digits: what is within a billionth is no difference. */
function differenceOf(figure: FigureName): string {
  if (['bigint[]', 'bytea'].includes(FIGURES[figure].type))
    return `count(*) FILTER (WHERE raw.${figure} IS DISTINCT FROM kept.${figure})`;
  const raw = `coalesce(raw.${figure}, 0)`;
  const kept = `coalesce(kept.${figure}, 0)`;
  const difference = `abs(${raw} - ${kept})`;
  if (figure !== 'sum') return `coalesce(sum(${difference}), 0)`;
  const isNone = `${difference} <= 1e-9 * greatest(abs(${raw}), abs(${kept}))`;
  return `coalesce(sum(CASE WHEN ${isNone} THEN 0 ELSE ${difference} END), 0)`;
}
