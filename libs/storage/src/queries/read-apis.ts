import type { Api } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { readApiGroups, successOf, type ApiGroup } from './api-groups.js';
import { histogramOf, timingsOf } from './cover/totals.js';
import type { Scope } from './scope.js';

export interface ApiTotals extends Omit<Api, 'share' | 'trend' | 'previous'> {
  /** How many calls were made in which part of the range; keys are its beginning, in milliseconds since 1970. */
  readonly trend: Readonly<Record<string, number>>;
}

export interface Apis {
  /** All calls of the scope, of APIs that are not among `items` too. */
  readonly calls: number;
  /** The hundred APIs with the most calls, busiest first. */
  readonly items: readonly ApiTotals[];
}

/**
 * How each API fared, from the rollups, in one statement. Those that were too many to be counted apart are one, `(other)`.
 * @param trendSeconds width of a part of `trend`
 */
export async function readApis(db: Queryable, scope: Scope, trendSeconds: number): Promise<Apis> {
  const [all, ...groups] = await readApiGroups(db, scope, trendSeconds);
  const trends = new Map<string, Record<string, number>>();
  for (const { point, apiName, count } of groups) {
    if (point === null) trends.set(apiName, {});
    else Object.assign(trends.get(apiName) ?? {}, { [point]: count });
  }
  const apis = groups.filter(({ point }) => point === null);
  return {
    calls: all?.count ?? 0,
    items: apis.map((group) => ({ ...toTotals(group), trend: trends.get(group.apiName) ?? {} })),
  };
}

function toTotals({ apiName, histograms, lastError, ...group }: ApiGroup): Omit<ApiTotals, 'trend'> {
  const histogram = histogramOf({ histograms: histograms ?? Buffer.alloc(0) });
  const { avg, p50, p95, p99 } = timingsOf(group, histogram);
  const { count, failed } = group;
  return { apiName, count, failed, successRate: successOf(group) ?? 0, avg, p50, p95, p99, lastError };
}
