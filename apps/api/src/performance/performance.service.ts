import { Injectable } from '@nestjs/common';
import type { ComparedQuery, Performance } from '@scitex/monitoring-contracts';
import { readPerformance, readRequests } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange, type ResolvedRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';

@Injectable()
export class PerformanceService {
  private readonly reads = new SharedReads<Performance>();

  constructor(private readonly dataSource: DataSource) {}

  read(query: ComparedQuery): Promise<Performance> {
    return this.reads.run(query, () => this.readNow(query));
  }

  private async readNow({ compare, ...query }: ComparedQuery): Promise<Performance> {
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
