import { Injectable } from '@nestjs/common';
import type { UserActivitySummary, RangeQuery } from '@scitex/monitoring-contracts';
import { readUserActivity } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { resolveRange } from '../range/resolve-range.js';

@Injectable()
export class UserActivityService {
  constructor(private readonly dataSource: DataSource) {}

  async read(query: RangeQuery): Promise<UserActivitySummary> {
    const { scope, range } = resolveRange(query);
    return { range, ...(await readUserActivity(this.dataSource, scope, range.bucketSeconds)) };
  }
}
