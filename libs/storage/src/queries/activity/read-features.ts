import type { Queryable } from '../../queryable.js';
import { bindableTime } from '../bindable.js';
import { EVENTS, eventsWhere, pointOf, rowsOf } from '../fragments.js';
import { MOST_FEATURES } from '../limits.js';
import { within, type Scope } from '../scope.js';
import { selectOne } from '../select-one.js';

interface Usage {
  readonly count: number;
  readonly users: number;
}

export interface FeatureUsage extends Usage {
  readonly module: string | null;
  readonly feature: string | null;
  readonly previous: Usage;
  /** Activities by part of the range; keys are its beginning, in milliseconds since 1970. */
  readonly trend: Readonly<Record<string, number>>;
}

export interface FeatureUsages {
  readonly activeUsers: number;
  /** How many features were used. */
  readonly total: number;
  /** The most used of them, the most used first. */
  readonly features: readonly FeatureUsage[];
}

/**
 * How much the features of the modules were used, and by how many, beside the period before. An activity that names
 * neither is of no feature.
 * @param before where the period before begins; it ends where the range begins
 * @param trendSeconds width of a part of `trend`
 */
export function readFeatures(
  db: Queryable,
  scope: Scope,
  before: Date,
  trendSeconds: number,
): Promise<FeatureUsages> {
  const parameters: unknown[] = [bindableTime(scope.from)];
  const inBoth = within({ ...scope, from: before }, parameters);
  return selectOne(
    db,
    `WITH by_user AS MATERIALIZED (
       SELECT ${NAMES}, user_id, ${eventsWhere('timestamp >= $1')} AS now, ${eventsWhere('timestamp < $1')} AS before
       FROM monitoring.user_activity WHERE ${inBoth} GROUP BY 1, 2, 3
     ), usage AS MATERIALIZED (
       SELECT module, feature, sum(now) AS count, count(user_id) FILTER (WHERE now > 0) AS users, sum(before) AS before,
         count(user_id) FILTER (WHERE before > 0) AS users_before
       FROM by_user WHERE module <> '' OR feature <> '' GROUP BY 1, 2 HAVING sum(now) > 0
     ), part AS (
       SELECT ${NAMES}, ${pointOf(trendSeconds, 'timestamp')} AS point, ${EVENTS} AS count
       FROM monitoring.user_activity WHERE ${within(scope, parameters)} GROUP BY 1, 2, 3
     )
     SELECT (SELECT count(DISTINCT user_id) FROM by_user WHERE now > 0)::float8 AS "activeUsers",
       (SELECT count(*) FROM usage)::float8 AS total,
       ${rowsOf(FEATURES)} AS features`,
    parameters,
  );
}

/** A name that is empty says as little as none. */
const NAMES = `coalesce(module, '') AS module, coalesce(feature, '') AS feature`;

const FEATURES = `
  SELECT nullif(module, '') AS module, nullif(feature, '') AS feature, count, users,
    json_build_object('count', before, 'users', users_before) AS previous, trend
  FROM (
    SELECT * FROM usage ORDER BY count DESC, module COLLATE "C", feature COLLATE "C" LIMIT ${MOST_FEATURES}
  ) AS busiest JOIN (
    SELECT module, feature, json_object_agg(point::bigint, count) AS trend FROM part GROUP BY 1, 2
  ) AS trend USING (module, feature)
  ORDER BY count DESC, module COLLATE "C", feature COLLATE "C"`;
