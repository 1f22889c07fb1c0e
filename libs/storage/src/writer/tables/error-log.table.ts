import type { ErrorEvent } from '@scitex/monitoring-contracts';
import { json } from '../clean/json.js';
import { BODY_LENGTH, ENDPOINT_LENGTH, LABEL_LENGTH, NAME_LENGTH, text } from '../clean/text.js';
import { severityOf } from '../severity.js';
import { EVENT_COLUMNS, type Table } from './table.js';

/** `group_id` is not the event's to know: it is added once the groups are stored. */
export const errorLogTable: Table<ErrorEvent> = {
  name: 'error_log',
  source: ['app', 'environment', 'release', 'instance'],
  columns: {
    ...EVENT_COLUMNS,
    group_id: 'uuid',
    severity: 'monitoring.severity',
    error_type: 'text',
    message: 'text',
    stack_trace: 'text',
    endpoint: 'text',
    method: 'text',
    user_id: 'text',
    user_agent: 'text',
    ip_address: 'text',
    trace_id: 'text',
    metadata: 'jsonb',
  },
  required: ['error_type', 'message'],
  toRow: (event) => ({
    severity: severityOf(event.severity),
    error_type: text(event.errorType, NAME_LENGTH),
    message: text(event.message, BODY_LENGTH),
    stack_trace: text(event.stackTrace, BODY_LENGTH),
    endpoint: text(event.endpoint, ENDPOINT_LENGTH),
    method: text(event.method, NAME_LENGTH),
    user_id: text(event.userId, NAME_LENGTH),
    user_agent: text(event.userAgent, LABEL_LENGTH),
    ip_address: text(event.ipAddress, NAME_LENGTH),
    trace_id: text(event.traceId, NAME_LENGTH),
    metadata: json(event.metadata),
  }),
};
