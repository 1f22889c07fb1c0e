import type { ActivityWeek } from '@scitex/monitoring-contracts';
import { select, type Queryable } from '../../queryable.js';
import { bindableTime } from '../bindable.js';
import { EVENTS, iso } from '../fragments.js';
import { within, type Scope } from '../scope.js';

const WEEK_MS = 7 * 24 * 3_600_000;
/** Whatever the time zone of the session, and its changes of clocks. */
const WEEK = `interval '168 hours'`;

/** What was done in each of the last weeks before an instant, the oldest first, and by how many who were new. */
export function readActivityWeeks(
  db: Queryable,
  to: Date,
  weeks: number,
  filters: Omit<Scope, 'from' | 'to'>,
): Promise<ActivityWeek[]> {
  const from = new Date(to.getTime() - weeks * WEEK_MS);
  const parameters: unknown[] = [bindableTime(from), weeks];
  return select(
    db,
    `WITH used AS (
       SELECT date_bin(${WEEK}, timestamp, $1::timestamptz) AS week, user_id, ${EVENTS} AS count
       FROM monitoring.user_activity WHERE ${within({ ...filters, from, to }, parameters)} GROUP BY 1, 2
     ), seen AS (
       SELECT week, user_id, count, min(week) OVER (PARTITION BY user_id) = week AS is_new FROM used
     )
     SELECT ${iso('week')} AS from, ${iso(`week + ${WEEK}`)} AS to, coalesce(sum(count), 0)::float8 AS count,
       count(user_id)::float8 AS users,
       CASE WHEN week > $1::timestamptz THEN count(user_id) FILTER (WHERE is_new) END::float8 AS "newUsers"
     FROM (SELECT $1::timestamptz + number * ${WEEK} AS week FROM generate_series(0, $2::int - 1) AS number) AS all_weeks
     LEFT JOIN seen USING (week)
     GROUP BY week ORDER BY week`,
    parameters,
  );
}
