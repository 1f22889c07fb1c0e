import type { ActivityHour } from '@scitex/monitoring-contracts';
import { select, type Queryable } from '../../queryable.js';
import { EVENTS, iso } from '../fragments.js';
import { within, type Scope } from '../scope.js';

/**
 * What was done in which hour of the week, by the clocks of a time zone, whenever they were changed.
 * @param timeZone an IANA name that PostgreSQL knows
 */
export function readActivityHours(db: Queryable, scope: Scope, timeZone: string): Promise<ActivityHour[]> {
  const parameters: unknown[] = [timeZone];
  return select(
    db,
    `SELECT "dayOfWeek", hour, sum(count)::float8 AS count, count(user_id)::float8 AS users,
       ${iso('min(first)')} AS "firstSeen", ${iso('max(last)')} AS "lastSeen"
     FROM (
       SELECT extract(isodow FROM local)::int AS "dayOfWeek", extract(hour FROM local)::int AS hour, user_id,
         ${EVENTS} AS count, min(timestamp) AS first, max(timestamp) AS last
       FROM monitoring.user_activity CROSS JOIN LATERAL (SELECT timestamp AT TIME ZONE $1 AS local) AS clock
       WHERE ${within(scope, parameters)} GROUP BY 1, 2, 3
     ) AS by_user
     GROUP BY 1, 2 ORDER BY 1, 2`,
    parameters,
  );
}
