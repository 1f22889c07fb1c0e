import type { ApiRateLimits } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bindableText } from './bindable.js';
import { iso, rowOf } from './fragments.js';
import { NEWEST_CALLS } from './limits.js';
import { NEWEST_OF_API, ofApi } from './of-api.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/** What the answers of an API said of its rate limit: the last, and where least was left, of the newest that did. */
export function readRateLimits(
  db: Queryable,
  scope: Scope,
  apiName: string,
  limit = NEWEST_CALLS,
): Promise<ApiRateLimits> {
  const parameters: unknown[] = [bindableText(apiName), limit];
  return selectOne<ApiRateLimits>(
    db,
    `WITH newest AS MATERIALIZED (
       SELECT timestamp, id, (rate_limit->>'limit')::float8 AS "limit",
         (rate_limit->>'remaining')::float8 AS remaining, rate_limit->>'resetAt' AS "resetAt",
         row_number() OVER (ORDER BY timestamp DESC, id DESC) AS nth
       FROM (
         SELECT timestamp, id, rate_limit FROM monitoring.api_usage_metric
         WHERE ${ofApi('$1')} AND rate_limit IS NOT NULL AND ${within(scope, parameters)}
         ORDER BY ${NEWEST_OF_API} LIMIT $2::int8 + 1
       ) AS said
     )
     SELECT (SELECT count(*) FROM newest WHERE nth <= $2)::float8 AS read,
       (SELECT count(*) FROM newest) <= $2 AS "isWhole",
       ${rowOf(`SELECT ${SEEN} FROM newest WHERE nth = 1`)} AS last,
       ${rowOf(`SELECT ${SEEN} FROM newest WHERE nth <= $2 AND remaining IS NOT NULL AND "limit" > 0
         ORDER BY remaining / "limit", nth LIMIT 1`)} AS lowest`,
    parameters,
  );
}

const SEEN = `"limit", remaining, "resetAt", ${iso('timestamp')} AS "seenAt"`;
