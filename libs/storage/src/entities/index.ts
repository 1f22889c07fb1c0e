import { ApiToken } from './api-token.js';
import { ApiUsageMetric } from './api-usage-metric.js';
import { Collector } from './collector.js';
import { Deploy } from './deploy.js';
import { ErrorGroup } from './error-group.js';
import { ErrorLog } from './error-log.js';
import { RefreshToken } from './refresh-token.js';
import { StaffAccount } from './staff-account.js';
import { SystemMetric } from './system-metric.js';
import { ThresholdSet } from './threshold-set.js';
import { UserActivity } from './user-activity.js';

export {
  ApiToken,
  ApiUsageMetric,
  Collector,
  Deploy,
  ErrorGroup,
  ErrorLog,
  RefreshToken,
  StaffAccount,
  SystemMetric,
  ThresholdSet,
  UserActivity,
};

/** All entities of the store. */
export const entities = [
  SystemMetric,
  ErrorLog,
  ApiUsageMetric,
  UserActivity,
  ErrorGroup,
  Collector,
  Deploy,
  StaffAccount,
  RefreshToken,
  ApiToken,
  ThresholdSet,
];
