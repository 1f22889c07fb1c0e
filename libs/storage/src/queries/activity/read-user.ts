import type { UserSummary } from '@scitex/monitoring-contracts';
import type { Queryable } from '../../queryable.js';
import { bindableText } from '../bindable.js';
import { EVENTS, iso } from '../fragments.js';
import { within, type Scope } from '../scope.js';
import { selectOne } from '../select-one.js';
import { TIMELINE_SOURCES } from './timeline-sources.js';

const ALL = ['request', 'activity', 'error'] as const;

/** How much one user did, and how much of it failed; zeros for a user that there is not. */
export function readUser(
  db: Queryable,
  userId: string,
  scope: Scope,
): Promise<Omit<UserSummary, 'range' | 'userId'>> {
  const parameters: unknown[] = [bindableText(userId)];
  const theirs = `user_id = $1 AND ${within(scope, parameters)}`;
  const seen = ALL.map((kind) => {
    const { table, condition } = TIMELINE_SOURCES[kind];
    return `(SELECT ${EVENTS} AS count, min(timestamp) AS first, max(timestamp) AS last
      FROM monitoring.${table} WHERE ${theirs} AND ${condition}) AS ${kind}`;
  });
  const each = (column: string) => ALL.map((kind) => `${kind}.${column}`).join(', ');
  return selectOne(
    db,
    `SELECT ${iso(`least(${each('first')})`)} AS "firstSeen", ${iso(`greatest(${each('last')})`)} AS "lastSeen",
       request.count::float8 AS requests, activity.count::float8 AS activities, error.count::float8 AS errors,
       (SELECT count(DISTINCT session_id) FROM monitoring.user_activity WHERE ${theirs})::float8 AS sessions,
       (SELECT user_label FROM monitoring.user_activity WHERE ${theirs} AND user_label IS NOT NULL
        ORDER BY timestamp DESC, id DESC LIMIT 1) AS "userLabel"
     FROM ${seen.join(', ')}`,
    parameters,
  );
}
