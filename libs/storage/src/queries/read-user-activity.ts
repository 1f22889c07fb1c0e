import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { FIGURES, type FigureName } from '../rollups/figures.js';
import { MergedVisitors } from '../rollups/merged-visitors.js';
import { ACTIVITIES, SESSIONS, USERS, type RollupKind } from '../rollups/rollup-kind.js';
import { rollupsWithoutRoutes } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp } from './cover/rolled-up.js';
import { unitsWithin } from './cover/totals.js';
import { pointOf, rowsOf } from './fragments.js';
import { MOST_NAMES, TOP } from './limits.js';
import { readBusiestUsers } from './read-busiest-users.js';
import type { Scope } from './scope.js';

type Figures = Omit<UserActivitySummary, 'range' | 'previous'>;

/**
 * What users did, from the rollups, in one statement, and the ten most active in another. Anonymous activities count, but
 * not as users. Of the types, the hundred with the most activities; those that were too many to be counted apart are one,
 * `(other)`. Activities that belong to no request have neither endpoint nor method, and so match no filter by them.
 * @param bucketSeconds width of a point of `timeline`
 */
export async function readUserActivity(db: Queryable, scope: Scope, bucketSeconds: number): Promise<Figures> {
  const { users, ...figures } = await readActivity(db, scope, bucketSeconds);
  return { ...figures, activeUsers: await readBusiestUsers(db, scope, users.top(TOP)) };
}

/** The same without types and users, which nobody compares. */
export async function readVisits(
  db: Queryable,
  scope: Scope,
  bucketSeconds: number,
): Promise<Pick<Figures, 'summary' | 'timeline'>> {
  const { summary, timeline } = await readActivity(db, scope, bucketSeconds);
  return { summary, timeline };
}

async function readActivity(db: Queryable, scope: Scope, bucketSeconds: number) {
  const rows = await readRows(db, scope, bucketSeconds);
  const points = rows.filter((row) => row.part === 'activities').sort(byPoint);
  const users = new MergedVisitors();
  const active = new Map<number, number>();
  for (const { point, visitors } of rows.filter((row) => row.part === 'users').sort(byPoint))
    active.set(point, (active.get(point) ?? 0) + users.add(decoded(visitors), point));
  const sessions = new MergedVisitors();
  for (const row of rows) if (row.part === 'sessions') sessions.add(decoded(row.visitors), 'all');
  return {
    summary: {
      totalActivities: points.reduce((sum, { count }) => sum + count, 0),
      activeUsers: users.size,
      sessions: sessions.size,
    },
    activityTypes: rows.flatMap((row) => (row.part === 'types' ? row.types : [])),
    timeline: points.map(({ point, count }) => ({
      timestamp: new Date(point).toISOString(),
      count,
      activeUsers: active.get(point) ?? 0,
    })),
    users,
  };
}

const byPoint = (a: { readonly point: number }, b: { readonly point: number }) => a.point - b.point;

/** What there is of a point, which begins at so many milliseconds since 1970, or of a bucket in it, or of all. */
type Row =
  | { readonly part: 'activities'; readonly point: number; readonly count: number }
  | { readonly part: 'users'; readonly point: number; readonly visitors: string }
  | { readonly part: 'sessions'; readonly visitors: string }
  | { readonly part: 'types'; readonly types: Figures['activityTypes'] };

/** In no order, and buckets one by one: PostgreSQL would take as long to put them together as to read them. */
function readRows(db: Queryable, scope: Scope, bucketSeconds: number): Promise<Row[]> {
  const point = `${pointOf(bucketSeconds, 'start')} AS point`;
  return readCovered<Row>(db, scope, [ACTIVITIES], ({ hasOpenEnd, parameters }, isOpen) => {
    const part = (kind: RollupKind, figure: FigureName, width?: number) => {
      const rollups = rollupsWithoutRoutes(kind, scope);
      const units = width ? unitsWithin(rollups, width) : rollups.units;
      return `${rolledUp({ kind, units, scope, figures: [figure], hasOpenEnd }, parameters)} AS part`;
    };
    // Of a route there are raw rows alone, maybe millions: too many to be put together here.
    const visits = (rows: string) =>
      rollupsWithoutRoutes(USERS, scope).units.length > 0
        ? `SELECT ${point}, visitors FROM ${rows}`
        : `SELECT ${point}, ${FIGURES.visitors.merged('visitors')} AS visitors FROM ${rows} GROUP BY point`;
    const types = `SELECT activity_type AS "activityType", sum(count)::float8 AS count
      FROM ${part(ACTIVITIES, 'count')}
      GROUP BY activity_type ORDER BY count DESC, activity_type COLLATE "C" LIMIT ${MOST_NAMES}`;
    return `WITH edge AS MATERIALIZED (SELECT ${isOpen} AS "isOpen")
      SELECT groups.*, edge."isOpen" FROM edge CROSS JOIN (
        SELECT 'activities' AS part, ${point}, sum(count)::float8 AS count, NULL::json AS types, NULL AS visitors
        FROM ${part(ACTIVITIES, 'count', bucketSeconds)} GROUP BY point
        UNION ALL
        SELECT 'types', NULL, NULL, ${rowsOf(types)}, NULL
        UNION ALL
        SELECT 'users', point, NULL, NULL, ${ENTRIES} FROM (${visits(part(USERS, 'visitors', bucketSeconds))}) AS visit
        UNION ALL
        SELECT 'sessions', point, NULL, NULL, ${ENTRIES} FROM (${visits(part(SESSIONS, 'visitors'))}) AS visit
      ) AS groups`;
  });
}

/** As text: base64, as PostgreSQL's own text of bytes is half as long again. */
const ENTRIES = `encode(visitors, 'base64')`;

let bytes = Buffer.allocUnsafeSlow(2 ** 17);

/** Those of a bucket, until the next is asked for: a buffer for each of thousands would be most of what is garbage. */
function decoded(entries: string): Buffer {
  if (bytes.length < entries.length) bytes = Buffer.allocUnsafeSlow(2 * entries.length);
  return bytes.subarray(0, bytes.write(entries, 'base64'));
}
