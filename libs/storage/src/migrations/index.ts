import { CreateEvents1795400000000 } from './1795400000000-create-events.js';
import { CreateErrorGroups1795400000001 } from './1795400000001-create-error-groups.js';
import { CreatePartitions1795400000002 } from './1795400000002-create-partitions.js';
import { CreateAccounts1795400000003 } from './1795400000003-create-accounts.js';
import { CreateCollectors1795400000004 } from './1795400000004-create-collectors.js';
import { AddWeights1795400000005 } from './1795400000005-add-weights.js';
import { AddCallFailure1795400000006 } from './1795400000006-add-call-failure.js';
import { CreateQuarantine1795400000007 } from './1795400000007-create-quarantine.js';
import { CreateRollups1795400000008 } from './1795400000008-create-rollups.js';
import { RollUpTotals1795400000009 } from './1795400000009-roll-up-totals.js';
import { CreateThresholds1795400000011 } from './1795400000011-create-thresholds.js';
import { CreateDeploys1795400000012 } from './1795400000012-create-deploys.js';
import { CreateRecordIndexes1795400000013 } from './1795400000013-create-record-indexes.js';
import { AddRateLimits1795400000014 } from './1795400000014-add-rate-limits.js';
import { IndexRoutes1795400000015 } from './1795400000015-index-routes.js';
import { RollUpActivities1795400000016 } from './1795400000016-roll-up-activities.js';
import { WidenRouteMinutes1795400000017 } from './1795400000017-widen-route-minutes.js';

/** All migrations, oldest first. */
export const migrations = [
  CreateEvents1795400000000,
  CreateErrorGroups1795400000001,
  CreatePartitions1795400000002,
  CreateAccounts1795400000003,
  CreateCollectors1795400000004,
  AddWeights1795400000005,
  AddCallFailure1795400000006,
  CreateQuarantine1795400000007,
  CreateRollups1795400000008,
  RollUpTotals1795400000009,
  CreateThresholds1795400000011,
  CreateDeploys1795400000012,
  CreateRecordIndexes1795400000013,
  AddRateLimits1795400000014,
  IndexRoutes1795400000015,
  RollUpActivities1795400000016,
  WidenRouteMinutes1795400000017,
];
