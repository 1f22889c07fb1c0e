import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bucketOf, EVENTS, iso, rowOf, rowsOf } from './fragments.js';
import { TOP } from './limits.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/**
 * What users did, and the ten most active. Anonymous activities count, but not as users. Activities that
 * belong to no request have neither endpoint nor method, and so match no filter by them.
 * @param bucketSeconds width of a point of `timeline`
 */
export function readUserActivity(
  db: Queryable,
  scope: Scope,
  bucketSeconds: number,
): Promise<Omit<UserActivitySummary, 'range'>> {
  const parameters: unknown[] = [bucketSeconds];
  return selectOne(
    db,
    `WITH activity AS MATERIALIZED (
       SELECT ${bucketOf('$1')} AS bucket, id, timestamp, activity_type, user_id, user_label, session_id, weight
       FROM monitoring.user_activity
       WHERE ${within(scope, parameters)}
     )
     SELECT ${rowOf(SUMMARY)} AS summary,
       ${rowsOf(TYPES)} AS "activityTypes",
       ${rowsOf(TIMELINE)} AS timeline,
       ${rowsOf(ACTIVE_USERS)} AS "activeUsers"`,
    parameters,
  );
}

const SUMMARY = `
  SELECT ${EVENTS} AS "totalActivities", count(DISTINCT user_id) AS "activeUsers",
    count(DISTINCT session_id) AS sessions
  FROM activity`;

const TYPES = `
  SELECT activity_type AS "activityType", ${EVENTS} AS count
  FROM activity GROUP BY activity_type ORDER BY count DESC, activity_type COLLATE "C"`;

const TIMELINE = `
  SELECT ${iso('bucket')} AS timestamp, ${EVENTS} AS count, count(DISTINCT user_id) AS "activeUsers"
  FROM activity GROUP BY bucket ORDER BY bucket`;

/** The label that a user carried last. */
const ACTIVE_USERS = `
  SELECT user_id AS "userId",
    (array_agg(user_label ORDER BY timestamp DESC, id DESC) FILTER (WHERE user_label IS NOT NULL))[1]
      AS "userLabel",
    ${EVENTS} AS count, ${iso('max(timestamp)')} AS "lastSeen"
  FROM activity WHERE user_id IS NOT NULL GROUP BY user_id
  ORDER BY count DESC, user_id COLLATE "C" LIMIT ${TOP}`;
