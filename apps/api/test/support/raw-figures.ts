import type { RangeQuery } from '@scitex/monitoring-contracts';
import type { DataSource } from 'typeorm';

type Filters = Omit<RangeQuery, 'hours' | 'from' | 'to'>;
export interface Window extends Filters {
  from: string;
  to: string;
  bucketSeconds?: number;
}

const TIMES = `avg(v), min(v), max(v), percentile_cont(0.5) WITHIN GROUP (ORDER BY v) AS p50,
  percentile_cont(0.95) WITHIN GROUP (ORDER BY v) AS p95, percentile_cont(0.99) WITHIN GROUP (ORDER BY v) AS p99`;
const ISO = (time: string) => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const RATE = (condition: string) => `sum(CASE WHEN ${condition} THEN 100 ELSE 0 END)::float8 / count(*)`;

/** The contract's figures, each by one plain statement over the raw rows. */
export function rawFigures(db: DataSource, window: Window) {
  const { from, to, app, environment, release, endpoint, method, bucketSeconds = 1 } = window;
  const all = [from, to, app, environment, release, endpoint, method].map((value) => value ?? null);
  const given = (column: string, index: number) => `($${index}::text IS NULL OR ${column} = $${index})`;
  const full = ['app', 'environment', 'release', 'endpoint', 'method'].reduce(
    (sql, column, index) => `${sql} AND ${given(column, index + 3)}`,
    'timestamp >= $1 AND timestamp < $2',
  );
  const bucket = ISO(
    `to_timestamp(floor(extract(epoch FROM timestamp) / ${bucketSeconds}) * ${bucketSeconds})`,
  );
  const requests = `(SELECT *, value AS v, status_code >= 500 AS bad FROM monitoring.system_metric
    WHERE metric_type = 'response_time' AND ${full}) AS request`;
  const calls = `(SELECT *, response_time AS v FROM monitoring.api_usage_metric WHERE ${full}) AS call`;
  const activities = `(SELECT * FROM monitoring.user_activity WHERE ${full}) AS activity`;
  const errors = `(SELECT log.*, grp.status FROM monitoring.error_log log
    JOIN monitoring.error_group grp ON grp.id = log.group_id
    WHERE ${full.replace(/\b(timestamp|app|environment|release|endpoint|method)\b/g, 'log.$1')}) AS log`;
  const rows = (sql: string): Promise<Record<string, unknown>[]> => db.query(sql, all);
  const row = async (sql: string) => (await rows(sql))[0];

  return {
    performance: async () => ({
      summary: await row(`SELECT count(*)::int AS "totalRequests", ${RATE('bad')} AS "errorRate",
        avg(v) AS "avgResponseTime", min(v) AS "minResponseTime", max(v) AS "maxResponseTime",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY v) AS p50,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY v) AS p95,
        percentile_cont(0.99) WITHIN GROUP (ORDER BY v) AS p99,
        avg(CASE WHEN v <= 500 THEN 1 WHEN v <= 2000 THEN 0.5 ELSE 0 END)::float8 AS apdex FROM ${requests}`),
      responseTimes: await rows(`SELECT ${bucket} AS timestamp, count(*)::int,
        (count(*) FILTER (WHERE bad))::int AS "errorCount", ${TIMES} FROM ${requests} GROUP BY 1 ORDER BY 1`),
      statusCodes: await rows(`SELECT status_code AS "statusCode", count(*)::int FROM ${requests}
        WHERE status_code IS NOT NULL GROUP BY 1 ORDER BY 1`),
      topEndpoints: await rows(`SELECT endpoint, coalesce(method, '') AS method, count(*)::int,
        ${RATE('bad')} AS "errorRate", ${TIMES} FROM ${requests} WHERE endpoint IS NOT NULL GROUP BY 1, 2
        ORDER BY 3 DESC, endpoint COLLATE "C", coalesce(method, '') COLLATE "C" LIMIT 10`),
      errorTypes: await rows(`SELECT error_type AS "errorType", count(*)::int FROM ${errors}
        GROUP BY 1 ORDER BY 2 DESC, error_type COLLATE "C" LIMIT 10`),
    }),
    health: async () => ({
      ...(await row(`SELECT count(*)::int AS "totalRequests", (count(*) FILTER (WHERE bad))::int AS "errorCount",
        coalesce(${RATE('bad').replace('count(*)', 'nullif(count(*), 0)')}, 0) AS "errorRate",
        coalesce(avg(v), 0) AS "avgResponseTime" FROM ${requests}`)),
      ...(await row(`SELECT count(*)::int AS "totalApiCalls",
        coalesce(${RATE('success').replace('count(*)', 'nullif(count(*), 0)')}, 100) AS "apiSuccessRate" FROM ${calls}`)),
    }),
    apiUsage: async () => ({
      summary: await row(`SELECT count(*)::int AS "totalCalls", ${RATE('success')} AS "successRate",
        avg(v) AS "avgResponseTime" FROM ${calls}`),
      apis: await rows(`SELECT api_name AS "apiName", count(*)::int, ${RATE('success')} AS "successRate", avg(v),
        percentile_cont(0.95) WITHIN GROUP (ORDER BY v) AS p95,
        (array_agg(CASE WHEN NOT success THEN json_build_object('timestamp', ${ISO('timestamp')},
          'endpoint', endpoint, 'method', method, 'statusCode', status_code, 'failure', failure) END
          ORDER BY success, timestamp DESC, id DESC))[1] AS "lastError"
        FROM ${calls} GROUP BY 1 ORDER BY 2 DESC, 1`),
      timeline: await rows(`SELECT ${bucket} AS timestamp, api_name AS "apiName", count(*)::int,
        ${RATE('success')} AS "successRate", avg(v) FROM ${calls} GROUP BY 1, 2 ORDER BY 1, 2`),
    }),
    userActivity: async () => ({
      summary:
        await row(`SELECT count(*)::int AS "totalActivities", count(DISTINCT user_id)::int AS "activeUsers",
        count(DISTINCT session_id)::int AS sessions FROM ${activities}`),
      activityTypes: await rows(`SELECT activity_type AS "activityType", count(*)::int FROM ${activities}
        GROUP BY 1 ORDER BY 2 DESC, activity_type COLLATE "C"`),
      timeline: await rows(`SELECT ${bucket} AS timestamp, count(*)::int,
        count(DISTINCT user_id)::int AS "activeUsers" FROM ${activities} GROUP BY 1 ORDER BY 1`),
      activeUsers: await rows(`SELECT user_id AS "userId",
        (array_remove(array_agg(user_label ORDER BY timestamp DESC, id DESC), NULL))[1] AS "userLabel",
        count(*)::int, ${ISO('max(timestamp)')} AS "lastSeen" FROM ${activities} WHERE user_id IS NOT NULL
        GROUP BY 1 ORDER BY 3 DESC, user_id COLLATE "C" LIMIT 10`),
    }),
    errorSummary: async () => ({
      ...(await row(`SELECT count(*)::int AS total,
        (count(*) FILTER (WHERE status = 'unresolved'))::int AS unresolved FROM ${errors}`)),
      bySeverity: await rows(`SELECT severity::text, count(*)::int,
        (count(*) FILTER (WHERE status = 'unresolved'))::int AS unresolved FROM ${errors} GROUP BY log.severity
        ORDER BY log.severity DESC`),
      byType: await rows(`SELECT error_type AS "errorType", count(*)::int FROM ${errors}
        GROUP BY 1 ORDER BY 2 DESC, error_type COLLATE "C"`),
      byStatus:
        await rows(`SELECT status::text, count(DISTINCT group_id)::int AS groups, count(*)::int AS occurrences
        FROM ${errors} GROUP BY log.status ORDER BY log.status`),
      timeline: await rows(`SELECT ${bucket} AS timestamp, count(*)::int,
        (count(*) FILTER (WHERE severity = 'critical'))::int AS critical FROM ${errors} GROUP BY 1 ORDER BY 1`),
    }),
    errorGroups: () =>
      rows(`SELECT group_id AS id, count(*)::int, count(DISTINCT user_id)::int AS "userCount"
        FROM ${errors} GROUP BY 1 ORDER BY 1`),
  };
}
