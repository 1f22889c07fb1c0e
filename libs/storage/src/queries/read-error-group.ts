import type { ErrorDetail } from '@scitex/monitoring-contracts';
import { select, type Queryable } from '../queryable.js';
import { ERROR_GROUP_COLUMNS, trendOf } from './error-group-columns.js';
import { rowOf } from './fragments.js';
import { OCCURRENCE_COLUMNS } from './occurrence-columns.js';

/**
 * A group over its whole life, and why its occurrences are in it; null where there is no such group.
 * `count` includes occurrences that retention has dropped; `userCount`, `trend` and `latest` cannot.
 */
export async function readErrorGroup(db: Queryable, id: string): Promise<ErrorDetail | null> {
  const [detail] = await select<ErrorDetail>(db, DETAIL, [id]);
  return detail ?? null;
}

const LATEST = `
  SELECT ${OCCURRENCE_COLUMNS} FROM monitoring.error_log log
  WHERE log.group_id = grp.id ORDER BY log.timestamp DESC, log.id DESC LIMIT 1`;

/** A trend ends a millisecond after the last occurrence, as its end is exclusive. */
const DETAIL = `
  SELECT ${ERROR_GROUP_COLUMNS}, grp.occurrences::float8 AS count, life.user_count AS "userCount", life.trend,
    json_build_object('fingerprint', grp.fingerprint, 'errorType', grp.error_type,
      'normalizedMessage', grp.normalized_message, 'frames', grp.frames) AS grouping,
    ${rowOf(LATEST)} AS latest
  FROM monitoring.error_group grp
  LEFT JOIN monitoring.staff_account assignee ON assignee.id = grp.assignee_id
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT log.user_id)::float8 AS user_count,
      ${trendOf('grp.first_seen', `(grp.last_seen + interval '1 millisecond')`)} AS trend
    FROM monitoring.error_log log WHERE log.group_id = grp.id
  ) AS life
  WHERE grp.id = $1`;
