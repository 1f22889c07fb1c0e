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

/** Users and sessions are told apart by hashing, as DISTINCT within an aggregate would sort every activity. */
const SUMMARY = `
  SELECT (SELECT ${EVENTS} FROM activity) AS "totalActivities",
    (SELECT count(*) FROM (SELECT DISTINCT user_id FROM activity WHERE user_id IS NOT NULL) AS user_) AS "activeUsers",
    (SELECT count(*) FROM (SELECT DISTINCT session_id FROM activity WHERE session_id IS NOT NULL) AS session_) AS sessions`;

const TYPES = `
  SELECT activity_type AS "activityType", ${EVENTS} AS count
  FROM activity GROUP BY activity_type ORDER BY count DESC, activity_type COLLATE "C"`;

const TIMELINE = `
  SELECT ${iso('bucket')} AS timestamp, sum(count) AS count, count(user_id) AS "activeUsers"
  FROM (SELECT bucket, user_id, ${EVENTS} AS count FROM activity GROUP BY bucket, user_id) AS user_
  GROUP BY bucket ORDER BY bucket`;

/** The ten most active, with the label that each carried last. */
const ACTIVE_USERS = `
  SELECT user_id AS "userId", user_label AS "userLabel", count, ${iso('last')} AS "lastSeen"
  FROM (
    SELECT user_id, ${EVENTS} AS count, max(timestamp) AS last
    FROM activity WHERE user_id IS NOT NULL GROUP BY user_id
    ORDER BY count DESC, user_id COLLATE "C" LIMIT ${TOP}
  ) AS busiest LEFT JOIN (
    SELECT DISTINCT ON (user_id) user_id, user_label FROM activity WHERE user_label IS NOT NULL
    ORDER BY user_id, timestamp DESC, id DESC
  ) AS labelled USING (user_id)
  ORDER BY count DESC, user_id COLLATE "C"`;
