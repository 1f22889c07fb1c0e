import type { HealthStatus } from '@scitex/monitoring-contracts';
import type { IconName } from '../../../shared/ui/icon/icon-paths';

/** A state in words and a shape, so that its colour never speaks alone. */
export interface HealthLook {
  readonly name: string;
  readonly sentence: string;
  readonly icon: IconName;
}

export const HEALTH_LOOKS: Readonly<Record<HealthStatus, HealthLook>> = {
  healthy: { name: 'Healthy', sentence: 'Every check is within its limits.', icon: 'check' },
  warning: { name: 'Warning', sentence: 'At least one check has reached its warning limit.', icon: 'alert' },
  critical: { name: 'Critical', sentence: 'At least one check is beyond its critical limit.', icon: 'cross' },
  'insufficient-data': {
    name: 'Insufficient data',
    sentence: 'No request was recorded in the last hour, so there is nothing to judge.',
    icon: 'minus',
  },
};
