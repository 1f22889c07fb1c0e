import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import type { BatchVisitors } from './batch-visitors.js';
import { namesOf, seriesId, USERS, VISITOR_KINDS, type VisitorKind } from './rollup-kind.js';
import { nameVisitors } from './visitor-names.js';

/** Adds who was there to the minutes of a batch, in one statement. */
export async function storeVisitors(
  client: ClientBase,
  { app, environment, release }: Source,
  visitors: BatchVisitors,
): Promise<void> {
  if (visitors.isEmpty) return;
  await client.query(UPSERTS[visitors.kind.name], [app, environment, release, ...visitors.columns()]);
}

/** Bytes of a part of a minute that is added to; what comes then begins the next. */
const FULL = 4096;

/** What an entry can count. */
const MOST_OFTEN = 2 ** 31 - 1;

/** How long a part is, PostgreSQL knows without reading it: what is added costs the same, however much there is. */
function upsert(kind: VisitorKind): string {
  const { name } = kind;
  const columns = namesOf(kind).join(', ');
  return `
  WITH series AS MATERIALIZED (
    SELECT ${seriesId(kind)} AS id, * FROM (SELECT $1::text AS app, $2::text AS environment, $3::text AS release) AS source
  ), visit AS MATERIALIZED (
    SELECT to_timestamp(second) AS start, name, least(count, ${MOST_OFTEN})::integer AS count
    FROM ROWS FROM (unnest($4::float8[]), json_array_elements_text($5::json), unnest($6::bigint[]))
      AS visits (second, name, count)
  ), bucket AS (
    SELECT start, string_agg(monitoring.visitor_entry(name, count), ''::bytea) AS visitors FROM visit GROUP BY start
  ), minute AS (
    INSERT INTO monitoring.${name}_minute AS known (start, series_id, part, visitors)
    SELECT start, id, coalesce((
        SELECT part + (octet_length(visitors) >= ${FULL})::integer FROM monitoring.${name}_minute AS last
        WHERE last.start = bucket.start AND last.series_id = series.id ORDER BY part DESC LIMIT 1), 0), visitors
    FROM bucket CROSS JOIN series ORDER BY start
    ON CONFLICT (start, series_id, part) DO UPDATE SET visitors = known.visitors || excluded.visitors
  )${kind === USERS ? `, named AS (${nameVisitors('SELECT name, start AS timestamp FROM visit')})` : ''}
  INSERT INTO monitoring.${name}_series (id, ${columns})
  SELECT id, ${columns} FROM series ON CONFLICT (id) DO NOTHING`;
}

const UPSERTS = Object.fromEntries(VISITOR_KINDS.map((kind) => [kind.name, upsert(kind)])) as Record<
  VisitorKind['name'],
  string
>;
