import { EVENT_COLUMNS, type RecordModel } from '../record-model.js';

/** What users of the monitored applications did. */
export const userActivities: RecordModel = {
  path: 'user-activities',
  table: 'user_activity',
  label: 'User activities',
  one: 'User activity',
  scope: 'metrics:read',
  columns: {
    ...EVENT_COLUMNS,
    userId: { type: 'text', label: 'User', optional: true, indexed: true, listed: true },
    userLabel: { type: 'text', label: 'User name', optional: true, listed: true },
    activityType: { type: 'text', label: 'Type', listed: true },
    endpoint: { type: 'text', label: 'Endpoint', optional: true, listed: true },
    method: { type: 'text', label: 'Method', optional: true },
    sessionId: { type: 'text', label: 'Session', optional: true },
    ipAddress: { type: 'text', label: 'IP address', optional: true },
    userAgent: { type: 'text', label: 'User agent', optional: true },
    duration: { type: 'number', label: 'Duration', unit: 'ms', optional: true, listed: true },
    module: { type: 'text', label: 'Module', optional: true },
    feature: { type: 'text', label: 'Feature', optional: true },
    success: { type: 'boolean', label: 'Success', listed: true },
    details: { type: 'json', label: 'Details' },
  },
};
