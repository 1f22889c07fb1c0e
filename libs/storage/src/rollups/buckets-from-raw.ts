import { APDEX_TARGET_MS } from '@scitex/monitoring-contracts';
import { namesOf, otherId, seriesId, startOf, UNITS, type RollupKind, type Unit } from './rollup-kind.js';

/** The condition, in SQL, that an instant is in one of the buckets that the window from $1 to before $2 touches. */
export function around(unit: Unit, instant: string): string {
  const last = `$2::timestamptz + interval '${UNITS[unit]} milliseconds' - interval '1 microsecond'`;
  return `${instant} >= ${startOf(unit, '$1::timestamptz')} AND ${instant} < ${startOf(unit, last)}`;
}

/**
 * The buckets that the raw rows around $1 and $2 amount to, with the names of their series, in SQL. Beside the writer's
 * arithmetic in JavaScript, this is the second and only other definition of a bucket; specs hold the two together.
 */
export function bucketsFromRaw(kind: RollupKind, unit: Unit): string {
  const { raw, value, condition, failed } = kind;
  const names = namesOf(kind).join(', ');
  return `
    SELECT ${seriesId(kind)} AS series_id, ${otherId(kind)} AS other_id, start, ${names}, sum(count)::bigint AS count,
      sum(failed)::bigint AS failed, sum(satisfied)::bigint AS satisfied, sum(tolerating)::bigint AS tolerating,
      sum(sum) AS sum, min(min) AS min, max(max) AS max,
      monitoring.compact_histogram(array_agg((bin << 41) + least(count, (1::bigint << 41) - 1))) AS histogram,
      monitoring.compact_histogram(array_agg((status << 41) + least(count, (1::bigint << 41) - 1))) AS statuses
    FROM (
      SELECT ${startOf(unit, 'timestamp')} AS start, ${names}, monitoring.histogram_bin(${value}) AS bin,
        coalesce(status_code, 0)::bigint AS status, sum(weight) AS count,
        coalesce(sum(weight) FILTER (WHERE ${failed}), 0) AS failed,
        coalesce(sum(weight) FILTER (WHERE ${value} <= ${APDEX_TARGET_MS}), 0) AS satisfied,
        coalesce(sum(weight) FILTER (WHERE ${value} > ${APDEX_TARGET_MS} AND ${value} <= ${4 * APDEX_TARGET_MS}), 0)
          AS tolerating,
        sum(${value} * weight) AS sum, min(${value}) AS min, max(${value}) AS max
      FROM monitoring.${raw}
      WHERE ${condition} AND ${around(unit, 'timestamp')}
      GROUP BY ${startOf(unit, 'timestamp')}, ${names}, bin, status
    ) AS bins
    GROUP BY start, ${names}`;
}

/** Buckets, in SQL, of which those are merged that get the same start and id. */
export function mergedBuckets(of: string, id: string, start = 'start'): string {
  return `
    SELECT ${start} AS start, ${id} AS series_id, sum(count)::bigint AS count, sum(failed)::bigint AS failed,
      sum(satisfied)::bigint AS satisfied, sum(tolerating)::bigint AS tolerating, sum(sum) AS sum, min(min) AS min, max(max) AS max,
      monitoring.compact_histogram(monitoring.merged_histogram(histogram)) AS histogram,
      monitoring.compact_histogram(monitoring.merged_histogram(statuses)) AS statuses
    FROM ${of} GROUP BY 1, 2`;
}
