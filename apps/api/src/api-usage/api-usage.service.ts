import { Injectable } from '@nestjs/common';
import type { ApiUsage, ComparedQuery } from '@scitex/monitoring-contracts';
import { readApiUsage } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange, type ResolvedRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';

@Injectable()
export class ApiUsageService {
  private readonly reads = new SharedReads<ApiUsage>();

  constructor(private readonly dataSource: DataSource) {}

  read(query: ComparedQuery): Promise<ApiUsage> {
    return this.reads.run(query, () => this.readNow(query));
  }

  private async readNow({ compare, ...query }: ComparedQuery): Promise<ApiUsage> {
    const asked = resolveRange(query);
    const [figures, previous] = await Promise.all([
      readApiUsage(this.dataSource, asked.scope, asked.range.bucketSeconds),
      compare && this.readPrevious(previousOf(asked)),
    ]);
    return { range: asked.range, ...figures, ...(previous && { previous }) };
  }

  private async readPrevious({ scope, range }: ResolvedRange): Promise<ApiUsage['previous']> {
    const { summary, apis } = await readApiUsage(this.dataSource, scope, range.bucketSeconds);
    const figures = apis.map(({ apiName, count, successRate, avg, p95 }) => ({
      apiName,
      count,
      successRate,
      avg,
      p95,
    }));
    return { range, summary, apis: figures };
  }
}
