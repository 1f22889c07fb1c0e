import { Injectable } from '@nestjs/common';
import {
  bucketSecondsFor,
  type Endpoint,
  type EndpointList,
  type EndpointListQuery,
} from '@scitex/monitoring-contracts';
import { readEndpoints, readSnapshot, type EndpointTotals } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';
import { changeOf, sortByFigure } from '../range/sort-by-figure.js';
import { trendOf, TREND_POINTS } from '../range/trend.js';

@Injectable()
export class EndpointsService {
  private readonly reads = new SharedReads<EndpointList>(() => readSnapshot(this.dataSource));

  constructor(private readonly dataSource: DataSource) {}

  list(query: EndpointListQuery): Promise<EndpointList> {
    return this.reads.run(query, () => this.listNow(query));
  }

  private async listNow({ q, sort, order, ...query }: EndpointListQuery): Promise<EndpointList> {
    const asked = resolveRange(query);
    const before = previousOf(asked);
    const { from, to } = asked.scope;
    const trendSeconds = bucketSecondsFor(to.getTime() - from.getTime(), TREND_POINTS);
    const [now, previous] = await Promise.all([
      readEndpoints(this.dataSource, asked.scope, { q, trendSeconds }),
      readEndpoints(this.dataSource, before.scope, { q }),
    ]);
    // Where routes are more than one read answers, those of then need not be those of now.
    const then =
      previous.items.length < previous.total
        ? await readEndpoints(this.dataSource, before.scope, { among: now.items })
        : previous;
    const earlier = new Map(then.items.map((route) => [keyOf(route), route]));
    const items = now.items.map(({ time, trend, ...route }): Endpoint => {
      const old = earlier.get(keyOf(route));
      return {
        ...route,
        timeShare: now.time > 0 ? (100 * time) / now.time : 0,
        trend: trendOf(trend, { from, to }, trendSeconds),
        previous: old ? figuresOf(old) : null,
      };
    });
    const figureOf = (item: Endpoint) => (sort === 'change' ? changeOf(item) : item[sort]);
    return {
      range: asked.range,
      previous: before.range,
      total: now.total,
      items: sortByFigure(items, figureOf, order),
    };
  }
}

const keyOf = ({ endpoint, method }: Pick<EndpointTotals, 'endpoint' | 'method'>) => `${method} ${endpoint}`;

function figuresOf({ count, errorRate, apdex, avg, p50, p95, p99 }: EndpointTotals): Endpoint['previous'] {
  return { count, errorRate, apdex, avg, p50, p95, p99 };
}
