import { bitOf } from './bucket-columns.js';
import { namesOf, ROLLUP_KINDS, seriesId, startOf, type RollupKind, type Unit } from './rollup-kind.js';

/** The parameters before the names of the series: their source, and the columns of `BucketColumns`. */
const FIXED = 15;
const FIGURES = 'count, failed, satisfied, tolerating, sum, min, max, histogram, statuses';

function upsert(kind: RollupKind): string {
  const names = namesOf(kind).join(', ');
  return `
  WITH series AS MATERIALIZED (
    SELECT ${seriesId(kind)} AS id, named.* FROM (
      SELECT $1::text AS app, $2::text AS environment, $3::text AS release, names.* FROM ${keysOf(kind)}
    ) AS named
  ), bucket AS MATERIALIZED (
    SELECT units, to_timestamp(second) AS time, id AS series_id,
      count, failed, satisfied, tolerating, sum, min, max, histogram::bigint[], statuses::bigint[]
    FROM unnest($4::integer[], $5::integer[], $6::float8[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[],
      $11::float8[], $12::float8[], $13::float8[], $14::text[], $15::text[])
      AS buckets (ordinal, units, second, ${FIGURES})
    JOIN series USING (ordinal)
  ), ${kind.units.map((unit) => `${unit} AS (${upsertUnit(kind, unit)})`).join(', ')}
  INSERT INTO monitoring.${kind.name}_series (id, ${names})
  SELECT id, ${names} FROM series ORDER BY id
  ON CONFLICT (id) DO NOTHING`;
}

/** The columns of the series in the order of the batch; a kind without columns has one series. */
function keysOf({ keys }: RollupKind): string {
  const columns = Object.entries(keys);
  if (columns.length === 0) return '(VALUES (1::bigint)) AS names (ordinal)';
  const parameters = columns.map(([, type], index) => `$${FIXED + index + 1}::${type}[]`);
  return `unnest(${parameters.join(', ')}) WITH ORDINALITY
        AS names (${columns.map(([key]) => key).join(', ')}, ordinal)`;
}

function upsertUnit({ name }: RollupKind, unit: Unit): string {
  return `
    INSERT INTO monitoring.${name}_${unit} AS known (start, series_id, ${FIGURES})
    SELECT ${startOf(unit, 'time')} AS start, series_id, ${FIGURES}
    FROM bucket WHERE units & ${bitOf(unit)} > 0 ORDER BY start, series_id
    ON CONFLICT (start, series_id) DO UPDATE SET
      count = known.count + excluded.count,
      failed = known.failed + excluded.failed,
      satisfied = known.satisfied + excluded.satisfied,
      tolerating = known.tolerating + excluded.tolerating,
      sum = known.sum + excluded.sum,
      min = least(known.min, excluded.min),
      max = greatest(known.max, excluded.max),
      histogram = monitoring.merge_histograms(known.histogram, excluded.histogram),
      statuses = monitoring.merge_histograms(known.statuses, excluded.statuses)`;
}

/** The statement that adds to the buckets of each kind. */
export const UPSERTS = Object.fromEntries(ROLLUP_KINDS.map((kind) => [kind.name, upsert(kind)])) as Record<
  RollupKind['name'],
  string
>;
