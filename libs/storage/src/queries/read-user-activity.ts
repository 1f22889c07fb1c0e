import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import type { FigureName } from '../rollups/figures.js';
import { MergedVisitors } from '../rollups/merged-visitors.js';
import { ACTIVITIES, SESSIONS, USERS, type RollupKind } from '../rollups/rollup-kind.js';
import { rollupsWithoutRoutes } from './cover/choose-rollups.js';
import { readCovered } from './cover/read-covered.js';
import { rolledUp } from './cover/rolled-up.js';
import { unitsWithin } from './cover/totals.js';
import { pointOf } from './fragments.js';
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
  const users = new MergedVisitors();
  const timeline = rows.flatMap(({ point, count, users: entries }) =>
    point === null
      ? []
      : {
          timestamp: new Date(point).toISOString(),
          count,
          activeUsers: entries ? users.add(decoded(entries)) : 0,
        },
  );
  const sessions = new MergedVisitors();
  for (const row of rows) if (row.sessions) sessions.add(decoded(row.sessions));
  const totalActivities = timeline.reduce((sum, { count }) => sum + count, 0);
  return {
    summary: { totalActivities, activeUsers: users.size, sessions: sessions.size },
    activityTypes: rows.flatMap(({ type, count }) => (type === null ? [] : { activityType: type, count })),
    timeline,
    users,
  };
}

/** What there is of a point, of a type, or of all sessions. */
interface Row {
  /** When it begins, in milliseconds since 1970; null for all points. */
  readonly point: number | null;
  readonly type: string | null;
  readonly count: number;
  readonly users: string | null;
  readonly sessions: string | null;
}

/** Points in their order, types from the most frequent on, and sessions. */
function readRows(db: Queryable, scope: Scope, bucketSeconds: number): Promise<Row[]> {
  const point = pointOf(bucketSeconds, 'start');
  return readCovered<Row>(db, scope, [ACTIVITIES], ({ hasOpenEnd, parameters }, isOpen) => {
    const part = (kind: RollupKind, figure: FigureName, width?: number) => {
      const rollups = rollupsWithoutRoutes(kind, scope);
      const units = width ? unitsWithin(rollups, width) : rollups.units;
      return rolledUp({ kind, units, scope, figures: [figure], hasOpenEnd }, parameters);
    };
    return `WITH edge AS MATERIALIZED (SELECT ${isOpen} AS "isOpen")
      SELECT groups.*, edge."isOpen" FROM edge CROSS JOIN (
        SELECT * FROM (
          SELECT ${point} AS point, sum(count)::float8 AS count
          FROM ${part(ACTIVITIES, 'count', bucketSeconds)} AS part GROUP BY 1
        ) AS activity LEFT JOIN (
          SELECT ${point} AS point, ${ALL_VISITORS} AS users
          FROM ${part(USERS, 'visitors', bucketSeconds)} AS part GROUP BY 1
        ) AS active USING (point) CROSS JOIN (SELECT NULL AS type, NULL AS sessions) AS neither
        UNION ALL (
          SELECT NULL, sum(count)::float8 AS events, NULL, activity_type, NULL
          FROM ${part(ACTIVITIES, 'count')} AS part
          GROUP BY activity_type ORDER BY events DESC, activity_type COLLATE "C" LIMIT ${MOST_NAMES}
        )
        UNION ALL
        SELECT NULL, 0, NULL, NULL, ${ALL_VISITORS} FROM ${part(SESSIONS, 'visitors')} AS part
      ) AS groups ORDER BY point, count DESC, type COLLATE "C"`;
  });
}

/** Entries as text: base64, as PostgreSQL's own text of bytes is half as long again. */
const ALL_VISITORS = `encode(string_agg(visitors, ''::bytea), 'base64')`;

const decoded = (entries: string) => Buffer.from(entries, 'base64');
