import type { ActivityEvent } from '@scitex/monitoring-contracts';
import { json } from '../clean/json.js';
import { duration } from '../clean/number.js';
import { ENDPOINT_LENGTH, LABEL_LENGTH, NAME_LENGTH, text } from '../clean/text.js';
import { EVENT_COLUMNS, type Table } from './table.js';

export const userActivityTable: Table<ActivityEvent> = {
  name: 'user_activity',
  source: ['app', 'environment', 'release'],
  columns: {
    ...EVENT_COLUMNS,
    user_id: 'text',
    user_label: 'text',
    activity_type: 'text',
    endpoint: 'text',
    method: 'text',
    session_id: 'text',
    ip_address: 'text',
    user_agent: 'text',
    duration: 'float8',
    module: 'text',
    feature: 'text',
    success: 'bool',
    details: 'jsonb',
  },
  required: ['activity_type'],
  toRow: (event) => ({
    user_id: text(event.userId, NAME_LENGTH),
    user_label: text(event.userLabel, LABEL_LENGTH),
    activity_type: text(event.activityType, NAME_LENGTH),
    endpoint: text(event.endpoint, ENDPOINT_LENGTH),
    method: text(event.method, NAME_LENGTH),
    session_id: text(event.sessionId, NAME_LENGTH),
    ip_address: text(event.ipAddress, NAME_LENGTH),
    user_agent: text(event.userAgent, LABEL_LENGTH),
    duration: duration(event.duration),
    module: text(event.module, NAME_LENGTH),
    feature: text(event.feature, NAME_LENGTH),
    success: event.success === true,
    details: json(event.details),
  }),
};
