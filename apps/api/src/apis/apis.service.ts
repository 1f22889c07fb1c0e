import { Injectable } from '@nestjs/common';
import { bucketSecondsFor, type Api, type ApiList, type ApiListQuery } from '@scitex/monitoring-contracts';
import { type ApiTotals, readApis, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';
import { changeOf, sortByFigure } from '../range/sort-by-figure.js';
import { trendOf, TREND_POINTS } from '../range/trend.js';

@Injectable()
export class ApisService {
  private readonly reads = new SharedReads<ApiList>(() => readSnapshot(this.dataSource));

  constructor(private readonly dataSource: DataSource) {}

  list(query: ApiListQuery): Promise<ApiList> {
    return this.reads.run(query, () => this.listNow(query));
  }

  private async listNow({ sort, order, ...query }: ApiListQuery): Promise<ApiList> {
    const asked = resolveRange(query);
    const before = previousOf(asked);
    const { from, to } = asked.scope;
    const trendSeconds = bucketSecondsFor(to.getTime() - from.getTime(), TREND_POINTS);
    const [now, previous] = await Promise.all([
      readApis(this.dataSource, asked.scope, trendSeconds),
      readApis(this.dataSource, before.scope, trendSeconds),
    ]);
    const earlier = new Map(previous.items.map((api) => [api.apiName, api]));
    const items = now.items.map((api): Api => {
      const old = earlier.get(api.apiName);
      return {
        ...api,
        share: now.calls > 0 ? (100 * api.count) / now.calls : 0,
        trend: trendOf(api.trend, { from, to }, trendSeconds),
        previous: old ? figuresOf(old) : null,
      };
    });
    const figureOf = (item: Api) => (sort === 'change' ? changeOf(item) : item[sort]);
    return {
      range: asked.range,
      previous: before.range,
      calls: now.calls,
      items: sortByFigure(items, figureOf, order),
    };
  }
}

function figuresOf({ count, failed, successRate, avg, p50, p95, p99 }: ApiTotals): Api['previous'] {
  return { count, failed, successRate, avg, p50, p95, p99 };
}
