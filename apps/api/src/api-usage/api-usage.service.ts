import { Injectable } from '@nestjs/common';
import type { ApiUsage, RangeQuery } from '@scitex/monitoring-contracts';
import { readApiUsage } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { resolveRange } from '../range/resolve-range.js';

@Injectable()
export class ApiUsageService {
  constructor(private readonly dataSource: DataSource) {}

  async read(query: RangeQuery): Promise<ApiUsage> {
    const { scope, range } = resolveRange(query);
    return { range, ...(await readApiUsage(this.dataSource, scope, range.bucketSeconds)) };
  }
}
