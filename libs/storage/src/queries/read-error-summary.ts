import type { ErrorSummary } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bucketOf, EVENTS, eventsWhere, iso, rowsOf } from './fragments.js';
import { MOST_NAMES } from './limits.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';

/**
 * The errors of a range, by severity, type and resolution. An occurrence is unresolved while its group
 * is; severity is the occurrence's own. `byType`: the hundred most frequent.
 * @param bucketSeconds width of a point of `timeline`
 */
export function readErrorSummary(
  db: Queryable,
  scope: Scope,
  bucketSeconds: number,
): Promise<Omit<ErrorSummary, 'range'>> {
  const parameters: unknown[] = [bucketSeconds];
  return selectOne(
    db,
    `WITH occurrence AS MATERIALIZED (
       SELECT ${bucketOf('$1')} AS bucket, log.severity, log.error_type, log.group_id, log.weight, grp.status
       FROM monitoring.error_log log JOIN monitoring.error_group grp ON grp.id = log.group_id
       WHERE ${within(scope, parameters, { table: 'log' })}
     )
     SELECT (SELECT ${EVENTS} FROM occurrence)::float8 AS total,
       (SELECT ${EVENTS} FROM occurrence WHERE status = 'unresolved')::float8 AS unresolved,
       ${rowsOf(BY_SEVERITY)} AS "bySeverity", ${rowsOf(BY_TYPE)} AS "byType",
       ${rowsOf(BY_STATUS)} AS "byStatus", ${rowsOf(TIMELINE)} AS timeline`,
    parameters,
  );
}

const BY_SEVERITY = `
  SELECT severity, ${EVENTS} AS count, ${eventsWhere(`status = 'unresolved'`)} AS unresolved
  FROM occurrence GROUP BY severity ORDER BY severity DESC`;

const BY_TYPE = `
  SELECT error_type AS "errorType", ${EVENTS} AS count
  FROM occurrence GROUP BY error_type ORDER BY count DESC, error_type COLLATE "C" LIMIT ${MOST_NAMES}`;

const BY_STATUS = `
  SELECT status, count(DISTINCT group_id) AS groups, ${EVENTS} AS occurrences
  FROM occurrence GROUP BY status ORDER BY status`;

const TIMELINE = `
  SELECT ${iso('bucket')} AS timestamp, ${EVENTS} AS count,
    ${eventsWhere(`severity = 'critical'`)} AS critical
  FROM occurrence GROUP BY bucket ORDER BY bucket`;
