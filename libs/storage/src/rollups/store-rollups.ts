import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { mapInTurns } from '../writer/map-in-turns.js';
import type { BatchRollups } from './batch-rollups.js';
import { entryOf } from './histogram.js';
import { namesOf, ROLLUP_KINDS, seriesId, UNIT_NAMES, type RollupKind, type Unit } from './rollup-kind.js';
import type { Series } from './series.js';

/**
 * Adds what a batch amounts to to the buckets of its minutes, hours and days, in one statement. The last of a batch:
 * its buckets are locked from then until the commit, and by all writers in one order.
 */
export async function storeRollups(
  client: ClientBase,
  { app, environment, release }: Source,
  { kind, series }: BatchRollups,
): Promise<void> {
  if (series.length === 0) return;
  const names = await mapInTurns(series, namesRow);
  const buckets = await mapInTurns(series, bucketRows);
  await client.query(UPSERTS[kind.name], [app, environment, release, arrayOf(names), arrayOf(buckets)]);
}

function namesRow({ ordinal, names }: Series): string {
  return JSON.stringify({ ordinal, ...names });
}

function bucketRows(series: Series): string {
  const rows = Array.from(series.buckets(), ({ unit, start, bucket: { bins, ...figures } }) =>
    JSON.stringify({
      ordinal: series.ordinal,
      unit,
      start: new Date(start).toISOString(),
      ...figures,
      histogram: Array.from(bins, ([bin, count]) => entryOf(bin, count)),
    }),
  );
  return rows.join();
}

function arrayOf(rows: readonly string[]): string {
  return `[${rows.join()}]`;
}

function upsert(kind: RollupKind): string {
  const names = namesOf(kind).join(', ');
  const types = Object.entries(kind.keys).map(([key, type]) => `${key} ${type}`);
  const units = UNIT_NAMES.map((unit) => `${unit} AS (${upsertUnit(kind, unit)})`);
  return `
  WITH series AS MATERIALIZED (
    SELECT ${seriesId(kind)} AS id, named.* FROM (
      SELECT $1::text AS app, $2::text AS environment, $3::text AS release, names.*
      FROM json_to_recordset($4) AS names (ordinal integer, ${types.join(', ')})
    ) AS named
  ), bucket AS MATERIALIZED (
    SELECT unit, id AS series_id, start, count, satisfied, tolerating, sum, min, max, histogram
    FROM json_to_recordset($5) AS buckets (ordinal integer, unit text, start timestamptz, count bigint,
      satisfied bigint, tolerating bigint, sum float8, min float8, max float8, histogram bigint[])
    JOIN series USING (ordinal)
  ), ${units.join(', ')}
  INSERT INTO monitoring.${kind.name}_series (id, ${names})
  SELECT id, ${names} FROM series ORDER BY id
  ON CONFLICT (id) DO NOTHING`;
}

function upsertUnit({ name }: RollupKind, unit: Unit): string {
  return `
    INSERT INTO monitoring.${name}_${unit} AS known
      (series_id, start, count, satisfied, tolerating, sum, min, max, histogram)
    SELECT series_id, start, count, satisfied, tolerating, sum, min, max, histogram
    FROM bucket WHERE unit = '${unit}' ORDER BY start, series_id
    ON CONFLICT (start, series_id) DO UPDATE SET
      count = known.count + excluded.count,
      satisfied = known.satisfied + excluded.satisfied,
      tolerating = known.tolerating + excluded.tolerating,
      sum = known.sum + excluded.sum,
      min = least(known.min, excluded.min),
      max = greatest(known.max, excluded.max),
      histogram = monitoring.merge_histograms(known.histogram, excluded.histogram)`;
}

const UPSERTS = Object.fromEntries(ROLLUP_KINDS.map((kind) => [kind.name, upsert(kind)])) as Record<
  RollupKind['name'],
  string
>;
