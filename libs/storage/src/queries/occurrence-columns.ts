import { iso } from './fragments.js';

/** The columns of a contract's occurrence, from the rows of `error_log log`. */
export const OCCURRENCE_COLUMNS = `
  log.id, ${iso('log.timestamp')} AS timestamp, log.app, log.environment, log.release, log.instance,
  log.severity, log.error_type AS "errorType", log.message, log.stack_trace AS "stackTrace", log.endpoint,
  log.method, log.user_id AS "userId", log.user_agent AS "userAgent", log.ip_address AS "ipAddress",
  log.trace_id AS "traceId", log.metadata, log.weight`;
