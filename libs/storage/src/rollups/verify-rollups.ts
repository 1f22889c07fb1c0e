import { bindableTime } from '../queries/bindable.js';
import { select, type Queryable } from '../queryable.js';
import { around, bucketsFromRaw, mergedBuckets } from './buckets-from-raw.js';
import { otherId, ROLLUP_KINDS, type RollupKind, type Unit } from './rollup-kind.js';
import type { Window } from './window.js';

export const FIGURES = [
  'buckets',
  'count',
  'failed',
  'satisfied',
  'tolerating',
  'sum',
  'min',
  'max',
  'histogram',
  'statuses',
  'series',
] as const;

/** How far the buckets of a kind and unit are from the raw rows that they count, per figure. All are 0 when they are true. */
export interface Deviation {
  readonly kind: RollupKind['name'];
  readonly unit: Unit;
  /** The buckets that there are. */
  readonly found: number;
  /**
   * The differences of all buckets, none of which makes up for another. Of `buckets`, those that are missing or that no
   * raw row is in; of `histogram` and `statuses`, those whose counts differ; of `series`, those that no series has a name for.
   */
  readonly differences: Readonly<Record<(typeof FIGURES)[number], number>>;
}

/**
 * Compares every bucket that a window touches with its raw rows, each kind and unit at one moment, while writers go on.
 */
export async function verifyRollups(db: Queryable, window: Window): Promise<Deviation[]> {
  const deviations = [];
  for (const kind of ROLLUP_KINDS)
    for (const unit of kind.units) deviations.push(await verify(db, kind, unit, window));
  return deviations;
}

async function verify(db: Queryable, kind: RollupKind, unit: Unit, { from, to }: Window): Promise<Deviation> {
  const [row] = await select<Record<string, number>>(db, compare(kind, unit), [
    bindableTime(from),
    bindableTime(to),
  ]);
  const { found = NaN, ...differences } = row ?? {};
  return { kind: kind.name, unit, found, differences: differences as Deviation['differences'] };
}

/** Where a writer counted some series as others, nobody knows which: there, all that could be among them are one. */
function compare(kind: RollupKind, unit: Unit): string {
  const differences = ['count', 'failed', 'satisfied', 'tolerating', 'sum', 'min', 'max'].map(
    (figure) => `coalesce(sum(${differenceOf(figure)}), 0)::float8 AS ${figure}`,
  );
  const id = 'CASE WHEN others.start IS NULL THEN series_id ELSE other_id END';
  return `
    WITH raw_series AS MATERIALIZED (${bucketsFromRaw(kind, unit)}), kept_series AS MATERIALIZED (
      SELECT bucket.*, series.id AS named, ${otherId(kind)} AS other_id
      FROM monitoring.${kind.name}_${unit} AS bucket
      LEFT JOIN monitoring.${kind.name}_series AS series ON series.id = bucket.series_id
      WHERE ${around(unit, 'start')}
    ), others AS MATERIALIZED (SELECT start, other_id FROM kept_series WHERE series_id = other_id),
    raw AS (${mergedBuckets('raw_series LEFT JOIN others USING (start, other_id)', id)}),
    kept AS (${mergedBuckets('kept_series LEFT JOIN others USING (start, other_id)', id)})
    SELECT (SELECT count(*) FROM kept_series)::float8 AS found,
      count(*) FILTER (WHERE raw.start IS NULL OR kept.start IS NULL)::float8 AS buckets, ${differences.join(', ')},
      count(*) FILTER (WHERE raw.histogram IS DISTINCT FROM kept.histogram)::float8 AS histogram,
      count(*) FILTER (WHERE raw.statuses IS DISTINCT FROM kept.statuses)::float8 AS statuses,
      (SELECT count(*) FROM kept_series WHERE named IS NULL)::float8 AS series
    FROM raw FULL JOIN kept USING (start, series_id)`;
}

/** Sums of doubles depend on their order in the last digits: what is within a billionth is no difference. */
function differenceOf(figure: string): string {
  const raw = `coalesce(raw.${figure}, 0)`;
  const kept = `coalesce(kept.${figure}, 0)`;
  const difference = `abs(${raw} - ${kept})`;
  if (figure !== 'sum') return difference;
  return `CASE WHEN ${difference} <= 1e-9 * greatest(abs(${raw}), abs(${kept})) THEN 0 ELSE ${difference} END`;
}
