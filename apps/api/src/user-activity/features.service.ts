import { Injectable } from '@nestjs/common';
import {
  bucketSecondsFor,
  type Feature,
  type FeatureList,
  type FeatureListQuery,
} from '@scitex/monitoring-contracts';
import { type FeatureUsage, readFeatures, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';
import { sortByFigure } from '../range/sort-by-figure.js';
import { trendOf, TREND_POINTS } from '../range/trend.js';

@Injectable()
export class FeaturesService {
  private readonly reads = new SharedReads<FeatureList>(() => readSnapshot(this.dataSource));

  constructor(private readonly dataSource: DataSource) {}

  list(query: FeatureListQuery): Promise<FeatureList> {
    return this.reads.run(query, () => this.listNow(query));
  }

  private async listNow({ sort, order, ...query }: FeatureListQuery): Promise<FeatureList> {
    const asked = resolveRange(query);
    const before = previousOf(asked);
    const { from, to } = asked.scope;
    const seconds = bucketSecondsFor(to.getTime() - from.getTime(), TREND_POINTS);
    const { activeUsers, total, features } = await readFeatures(
      this.dataSource,
      asked.scope,
      before.scope.from,
      seconds,
    );
    const toFeature = ({ trend, ...usage }: FeatureUsage): Feature => ({
      ...usage,
      adoption: activeUsers > 0 ? (100 * usage.users) / activeUsers : null,
      trend: trendOf(trend, { from, to }, seconds),
      growth: growthOf(usage.count, usage.previous.count),
    });
    return {
      range: asked.range,
      previous: before.range,
      activeUsers,
      total,
      features: sortByFigure(features.map(toFeature), (feature) => feature[sort], order),
    };
  }
}

function growthOf(count: number, before: number): number | null {
  return before > 0 ? (100 * (count - before)) / before : null;
}
