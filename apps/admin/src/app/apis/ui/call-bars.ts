import type { Params } from '@angular/router';
import type { ApiDetail } from '@scitex/monitoring-contracts';
import type { BarLink } from '../../shared/ui/chart/bar-list';
import { apiCallRows } from '../../shared/util-drill-down/rows-behind';
import { failureWords } from './failure-words';

/** How the calls of an API were answered, each status with its calls; those without an answer last. */
export function statusBars({ apiName, summary, statusCodes }: ApiDetail, carried: Params): BarLink[] {
  const answered = statusCodes.map(({ statusCode, count }) => ({
    name: String(statusCode),
    count,
    target: apiCallRows(carried, { apiName, statusCode }),
  }));
  const without = summary.count - answered.reduce((sum, { count }) => sum + count, 0);
  if (without <= 0) return answered;
  const target = apiCallRows(carried, { apiName, empty: 'statusCode' });
  return [...answered, { name: 'No answer', count: without, target }];
}

/** Why calls of an API failed, each reason with its calls. */
export function reasonBars({ apiName, failures }: ApiDetail, carried: Params): BarLink[] {
  return failures.reasons.map(({ failure, statusCode, count }) => ({
    name: failureWords({ failure, statusCode }),
    count,
    target: apiCallRows(carried, {
      apiName,
      success: false,
      ...(failure === null ? { empty: 'failure' } : { failure }),
      ...(statusCode !== null && { statusCode }),
    }),
  }));
}
