import { Injectable } from '@nestjs/common';
import type { ComparedQuery, Performance } from '@scitex/monitoring-contracts';
import { readPerformance, readRequests } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange, type ResolvedRange } from '../range/resolve-range.js';

@Injectable()
export class PerformanceService {
  constructor(private readonly dataSource: DataSource) {}

  async read({ compare, ...query }: ComparedQuery): Promise<Performance> {
    const asked = resolveRange(query);
    const [figures, previous] = await Promise.all([
      readPerformance(this.dataSource, asked.scope, asked.range.bucketSeconds),
      compare && this.readPrevious(previousOf(asked)),
    ]);
    return { range: asked.range, ...figures, ...(previous && { previous }) };
  }

  private async readPrevious({ scope, range }: ResolvedRange): Promise<Performance['previous']> {
    return { range, ...(await readRequests(this.dataSource, scope, range.bucketSeconds)) };
  }
}
