import { Injectable } from '@nestjs/common';
import type { Performance, RangeQuery } from '@scitex/monitoring-contracts';
import { readPerformance } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { resolveRange } from '../range/resolve-range.js';

@Injectable()
export class PerformanceService {
  constructor(private readonly dataSource: DataSource) {}

  async read(query: RangeQuery): Promise<Performance> {
    const { scope, range } = resolveRange(query);
    return { range, ...(await readPerformance(this.dataSource, scope, range.bucketSeconds)) };
  }
}
