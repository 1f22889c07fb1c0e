import type { ApiDetail } from '@scitex/monitoring-contracts';
import { formatCount } from '../../shared/util-format/format';

/** What the reasons and the affected of an API were read from. */
export function withinFailures(api: ApiDetail | undefined): string {
  if (!api) return '';
  const { failures, summary } = api;
  if (failures.isWhole) return `${formatCount(summary.failed)} failed calls`;
  return `The newest ${formatCount(failures.read)} of ${formatCount(summary.failed)} failed calls`;
}

/** How many are shown of how many. @example topOf(20, 31, 'user') // '20 of 31 users' */
export function topOf(shown: number, total: number, unit: string): string {
  const all = `${formatCount(total)} ${unit}${total === 1 ? '' : 's'}`;
  return shown < total ? `${formatCount(shown)} of ${all}` : all;
}
