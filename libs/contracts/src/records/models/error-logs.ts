import { SEVERITIES } from '../../errors/severity.js';
import { EVENT_COLUMNS, type RecordModel } from '../record-model.js';

/** Occurrences of errors. */
export const errorLogs: RecordModel = {
  path: 'error-logs',
  table: 'error_log',
  label: 'Error logs',
  one: 'Error log',
  scope: 'errors:read',
  columns: {
    ...EVENT_COLUMNS,
    instance: { type: 'text', label: 'Instance' },
    groupId: { type: 'uuid', label: 'Error group', indexed: true },
    severity: { type: 'choice', label: 'Severity', values: SEVERITIES, listed: true },
    errorType: { type: 'text', label: 'Type', listed: true },
    message: { type: 'text', label: 'Message', listed: true },
    stackTrace: { type: 'text', label: 'Stack trace', optional: true },
    endpoint: { type: 'text', label: 'Endpoint', optional: true, listed: true },
    method: { type: 'text', label: 'Method', optional: true },
    userId: { type: 'text', label: 'User', optional: true, indexed: true, listed: true },
    userAgent: { type: 'text', label: 'User agent', optional: true },
    ipAddress: { type: 'text', label: 'IP address', optional: true },
    traceId: { type: 'text', label: 'Trace', optional: true, indexed: true },
    resolved: { type: 'boolean', label: 'Resolved' },
    metadata: { type: 'json', label: 'Metadata' },
  },
};
