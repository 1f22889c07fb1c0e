import type { ApiUsage } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { readApiGroups, successOf, type ApiGroup } from './api-groups.js';
import { histogramOf, timingsOf } from './cover/totals.js';
import type { Scope } from './scope.js';

type Figures = Omit<ApiUsage, 'range' | 'previous'>;

/**
 * How outbound calls fared, from their rollups, in one statement. The summary covers all of them; `apis` and `timeline`
 * the hundred APIs with the most calls; those that were too many to be counted apart are one, `(other)`. The filters
 * `endpoint` and `method` are those of the outbound call.
 * @param bucketSeconds width of a point of `timeline`
 */
export async function readApiUsage(db: Queryable, scope: Scope, bucketSeconds: number): Promise<Figures> {
  const groups = await readApiGroups(db, scope, bucketSeconds);
  const [total, ...others] = groups;
  const apis = others.filter(({ point }) => point === null);
  const points = others.flatMap(({ point, ...group }) => (point === null ? [] : { ...group, point }));
  return {
    summary: {
      totalCalls: total?.count ?? 0,
      successRate: total ? successOf(total) : null,
      avgResponseTime: total && total.count > 0 ? total.sum / total.count : null,
    },
    apis: apis.map(toApi),
    timeline: points.map(({ point, apiName, ...group }) => ({
      timestamp: new Date(point).toISOString(),
      apiName,
      count: group.count,
      successRate: successOf(group) ?? 0,
      avg: group.sum / group.count,
    })),
  };
}

function toApi({ apiName, histograms, lastError, ...group }: ApiGroup): Figures['apis'][number] {
  const { avg, p95 } = timingsOf(group, histogramOf({ histograms: histograms ?? Buffer.alloc(0) }));
  return { apiName, count: group.count, successRate: successOf(group) ?? 0, avg, p95, lastError };
}
