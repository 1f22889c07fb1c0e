import type { HealthCheck } from '@scitex/monitoring-contracts';
import { formatMs, formatPercent } from '../../../shared/util-format/format';

/** A check in words. */
export interface CheckRow {
  readonly name: string;
  readonly status: HealthCheck['status'];
  readonly value: string;
  readonly healthy: string;
  readonly critical: string;
}

const NAMES: Readonly<Record<string, string>> = {
  avgResponseTime: 'Average response time',
  errorRate: 'Error rate',
  apiSuccessRate: 'API success rate',
};

/** Smaller values are worse where the critical limit lies below the warning limit. */
export function toCheckRow({ name, status, value, unit, warning, critical }: HealthCheck): CheckRow {
  const format = unit === 'ms' ? formatMs : formatPercent;
  const [good, bad] = critical < warning ? ['above', 'below'] : ['below', 'above'];
  return {
    name: NAMES[name] ?? name,
    status,
    value: value === null ? 'Nothing to judge' : format(value),
    healthy: `healthy ${good} ${format(warning)}`,
    critical: `critical ${bad} ${format(critical)}`,
  };
}
