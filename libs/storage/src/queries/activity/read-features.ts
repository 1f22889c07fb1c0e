import type { Queryable } from '../../queryable.js';
import { bindableTime } from '../bindable.js';
import { EVENTS, pointOf, rowsOf } from '../fragments.js';
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
  return selectOne(
    db,
    `WITH used AS MATERIALIZED (
       SELECT coalesce(module, '') AS module, coalesce(feature, '') AS feature, user_id, ${EVENTS} AS count,
         CASE WHEN timestamp >= $1 THEN ${pointOf(trendSeconds, 'timestamp')} END AS point
       FROM monitoring.user_activity WHERE ${within({ ...scope, from: before }, parameters)}
       GROUP BY 1, 2, 3, 5
     ), by_user AS MATERIALIZED (
       SELECT module, feature, user_id, sum(count) FILTER (WHERE point IS NOT NULL) AS now,
         sum(count) FILTER (WHERE point IS NULL) AS before
       FROM used GROUP BY 1, 2, 3
     ), usage AS MATERIALIZED (
       SELECT module, feature, sum(now) AS count, count(user_id) FILTER (WHERE now > 0) AS users,
         coalesce(sum(before), 0) AS before, count(user_id) FILTER (WHERE before > 0) AS users_before
       FROM by_user WHERE module <> '' OR feature <> '' GROUP BY 1, 2 HAVING sum(now) > 0
     )
     SELECT (SELECT count(DISTINCT user_id) FROM by_user WHERE now > 0)::float8 AS "activeUsers",
       (SELECT count(*) FROM usage)::float8 AS total,
       ${rowsOf(FEATURES)} AS features`,
    parameters,
  );
}

const FEATURES = `
  SELECT nullif(module, '') AS module, nullif(feature, '') AS feature, count, users,
    json_build_object('count', before, 'users', users_before) AS previous, trend
  FROM (
    SELECT * FROM usage ORDER BY count DESC, module COLLATE "C", feature COLLATE "C" LIMIT ${MOST_FEATURES}
  ) AS busiest JOIN (
    SELECT module, feature, json_object_agg(point::bigint, count) AS trend
    FROM (
      SELECT module, feature, point, sum(count) AS count FROM used WHERE point IS NOT NULL GROUP BY 1, 2, 3
    ) AS part GROUP BY 1, 2
  ) AS trend USING (module, feature)
  ORDER BY count DESC, module COLLATE "C", feature COLLATE "C"`;
