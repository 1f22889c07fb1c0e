import { bitOf } from './bucket-columns.js';
import { FIGURES } from './figures.js';
import {
  figuresOf,
  namesOf,
  TALLY_KINDS,
  seriesId,
  startOf,
  type RollupKind,
  type TallyKind,
  type Unit,
} from './rollup-kind.js';

/** The parameters before the figures: the source, and those columns of `BucketColumns` that every kind has. */
const FIXED = 6;

function upsert(kind: TallyKind): string {
  const names = namesOf(kind).join(', ');
  const figures = figuresOf(kind);
  // An array of arrays of different lengths is none to PostgreSQL: they come as texts.
  const parameters = figures.map((figure, index) => {
    const { type } = FIGURES[figure];
    return `$${FIXED + index + 1}::${type === 'bigint[]' ? 'text' : type}[]`;
  });
  return `
  WITH series AS MATERIALIZED (
    SELECT ${seriesId(kind)} AS id, named.* FROM (
      SELECT $1::text AS app, $2::text AS environment, $3::text AS release, names.* FROM ${keysOf(kind)}
    ) AS named
  ), bucket AS MATERIALIZED (
    SELECT units, to_timestamp(second) AS time, id AS series_id,
      ${figures.map((figure) => `${figure}::${FIGURES[figure].type}`).join(', ')}
    FROM unnest($4::integer[], $5::integer[], $6::float8[], ${parameters.join(', ')})
      AS buckets (ordinal, units, second, ${figures.join(', ')})
    JOIN series USING (ordinal)
  ), ${kind.units.map((unit) => `${unit} AS (${upsertUnit(kind, unit)})`).join(', ')}
  INSERT INTO monitoring.${kind.name}_series (id, ${names})
  SELECT id, ${names} FROM series ORDER BY id
  ON CONFLICT (id) DO NOTHING`;
}

/** The columns of the series in the order of the batch; a kind without columns has one series. */
function keysOf(kind: TallyKind): string {
  const columns = Object.entries(kind.keys);
  const before = FIXED + figuresOf(kind).length;
  if (columns.length === 0) return '(VALUES (1::bigint)) AS names (ordinal)';
  const parameters = columns.map(([, type], index) => `$${before + index + 1}::${type}[]`);
  return `unnest(${parameters.join(', ')}) WITH ORDINALITY
        AS names (${columns.map(([key]) => key).join(', ')}, ordinal)`;
}

function upsertUnit(kind: TallyKind, unit: Unit): string {
  const figures = figuresOf(kind).join(', ');
  return `
    INSERT INTO monitoring.${kind.name}_${unit} AS known (start, series_id, ${figures})
    SELECT ${startOf(unit, 'time')} AS start, series_id, ${figures}
    FROM bucket WHERE units & ${bitOf(unit)} > 0 ORDER BY start, series_id
    ${addedToKnown(kind)}`;
}

/** The end of an INSERT into `known` buckets, in SQL: those that are there are added to. */
export function addedToKnown(kind: RollupKind): string {
  const added = figuresOf(kind).map(
    (name) => `${name} = ${FIGURES[name].added(`known.${name}`, `excluded.${name}`)}`,
  );
  return `ON CONFLICT (start, series_id) DO UPDATE SET ${added.join(', ')}`;
}

/** The statement that adds to the buckets of each kind. */
export const UPSERTS = Object.fromEntries(TALLY_KINDS.map((kind) => [kind.name, upsert(kind)])) as Record<
  TallyKind['name'],
  string
>;
