import { apiUsageMetrics } from './models/api-usage-metrics.js';
import { errorLogs } from './models/error-logs.js';
import { systemMetrics } from './models/system-metrics.js';
import { userActivities } from './models/user-activities.js';
import type { RecordModel } from './record-model.js';

/** All models whose rows can be listed. */
export const RECORD_MODELS: readonly RecordModel[] = [
  systemMetrics,
  errorLogs,
  apiUsageMetrics,
  userActivities,
];
