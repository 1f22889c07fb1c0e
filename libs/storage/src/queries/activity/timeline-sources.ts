import type { TimelineKind } from '@scitex/monitoring-contracts';
import { iso } from '../fragments.js';

/** The rows of a kind of entries. */
interface TimelineSource {
  readonly table: string;
  readonly condition: string;
  /** The columns of the contract's entry. */
  readonly columns: string;
}

const ENTRY = `id, ${iso('timestamp')} AS timestamp, app, environment, endpoint, method, weight`;

export const TIMELINE_SOURCES: Readonly<Record<TimelineKind, TimelineSource>> = {
  request: {
    table: 'system_metric',
    condition: `metric_type = 'response_time'`,
    columns: `'request' AS kind, ${ENTRY}, status_code AS "statusCode", value AS duration`,
  },
  activity: {
    table: 'user_activity',
    condition: 'true',
    columns: `'activity' AS kind, ${ENTRY}, activity_type AS "activityType", module, feature, success`,
  },
  error: {
    table: 'error_log',
    condition: 'true',
    columns: `'error' AS kind, ${ENTRY}, group_id AS "groupId", severity, error_type AS "errorType", message`,
  },
};
