import type { HealthCheck } from '@scitex/monitoring-contracts';
import { formatMs, formatPercent, formatSince } from '../../../shared/util-format/format';
import { checkName } from '../../../shared/util-health/check-name';
import { HEALTH_LOOKS } from './health-looks';
import { type CheckScale, toScale } from './check-scale';

/** A check in words. */
export interface CheckRow {
  readonly name: string;
  readonly status: HealthCheck['status'];
  readonly value: string;
  readonly healthy: string;
  readonly critical: string;
  /** Since when it has its status; nothing where that is not known. */
  readonly since: string | undefined;
  readonly scale: CheckScale | undefined;
}

/** Smaller values are worse where the critical limit lies below the warning limit. */
export function toCheckRow(check: HealthCheck): CheckRow {
  const { name, status, value, unit, warning, critical } = check;
  const format = unit === 'ms' ? formatMs : formatPercent;
  const [good, bad] = critical < warning ? ['above', 'below'] : ['below', 'above'];
  return {
    name: checkName(name),
    status,
    value: value === null ? 'Nothing to judge' : format(value),
    healthy: `healthy ${good} ${format(warning)}`,
    critical: `critical ${bad} ${format(critical)}`,
    since: sinceOf(check),
    scale: toScale(check),
  };
}

function sinceOf({ status, since, sinceIsBound }: HealthCheck): string | undefined {
  if (since === null) return undefined;
  const name = status === 'insufficient-data' ? 'nothing' : HEALTH_LOOKS[status].name.toLowerCase();
  return sinceIsBound ? `${name} for more than a day` : `${name} since ${formatSince(since)}`;
}
