import { Injectable } from '@nestjs/common';
import {
  bucketSecondsFor,
  type Feature,
  type FeatureList,
  type RangeQuery,
} from '@scitex/monitoring-contracts';
import { readFeatures, type FeatureUsage } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';
import { trendOf } from '../range/trend.js';

/** Enough for the shape of a day, and narrow enough for a table. */
const TREND_POINTS = 24;

@Injectable()
export class FeaturesService {
  private readonly reads = new SharedReads<FeatureList>();

  constructor(private readonly dataSource: DataSource) {}

  list(query: RangeQuery): Promise<FeatureList> {
    return this.reads.run(query, () => this.listNow(query));
  }

  private async listNow(query: RangeQuery): Promise<FeatureList> {
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
      features: features.map(toFeature),
    };
  }
}

function growthOf(count: number, before: number): number | null {
  return before > 0 ? (100 * (count - before)) / before : null;
}
