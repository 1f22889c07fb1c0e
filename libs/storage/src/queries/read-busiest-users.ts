import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import { select, type Queryable } from '../queryable.js';
import type { Visitor } from '../rollups/merged-visitors.js';
import { iso } from './fragments.js';
import { TOP } from './limits.js';
import { within, type Scope } from './scope.js';

/** Who carried no label in so many activities of late has none. */
const LABELLED_WITHIN = 1000;

/**
 * The names of the busiest visitors, ties in the order of their names, with the label that each carried last, and when
 * each was seen last: from the raw rows of those few users.
 * @param visitors the busiest, and all who are tied with the last of them
 */
export function readBusiestUsers(
  db: Queryable,
  scope: Scope,
  visitors: readonly Visitor[],
): Promise<UserActivitySummary['activeUsers']> {
  const parameters: unknown[] = [visitors.map(({ id }) => String(id)), visitors.map(({ count }) => count)];
  const ofUser = `FROM monitoring.user_activity WHERE user_id = name AND ${within(scope, parameters)}`;
  return select(
    db,
    `SELECT name AS "userId", user_label AS "userLabel", count, ${iso('timestamp')} AS "lastSeen"
     FROM (
       SELECT name, count FROM unnest($1::bigint[], $2::float8[]) AS busy (visitor_id, count)
       CROSS JOIN LATERAL (SELECT name FROM monitoring.visitor WHERE id = visitor_id LIMIT 1) AS named
       ORDER BY count DESC, name COLLATE "C" LIMIT ${TOP}
     ) AS busiest
     CROSS JOIN LATERAL (SELECT timestamp ${ofUser} ORDER BY timestamp DESC LIMIT 1) AS last
     LEFT JOIN LATERAL (
       SELECT user_label
       FROM (SELECT user_label, timestamp, id ${ofUser} ORDER BY timestamp DESC, id DESC LIMIT ${LABELLED_WITHIN}) AS late
       WHERE user_label IS NOT NULL ORDER BY timestamp DESC, id DESC LIMIT 1
     ) AS labelled ON true
     ORDER BY count DESC, name COLLATE "C"`,
    parameters,
  );
}
