import { Injectable } from '@nestjs/common';
import type { ApiUsage, ComparedQuery } from '@scitex/monitoring-contracts';
import { readApiUsage, readSnapshot, type Scope } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ComparedReads } from '../range/compared-reads.js';

@Injectable()
export class ApiUsageService {
  private readonly reads = new ComparedReads(
    () => readSnapshot(this.dataSource),
    (scope, bucketSeconds) => readApiUsage(this.dataSource, scope, bucketSeconds),
    (scope, bucketSeconds) => this.readBefore(scope, bucketSeconds),
  );

  constructor(private readonly dataSource: DataSource) {}

  read(query: ComparedQuery): Promise<ApiUsage> {
    return this.reads.read(query);
  }

  private async readBefore(scope: Scope, bucketSeconds: number) {
    const { summary, apis } = await readApiUsage(this.dataSource, scope, bucketSeconds);
    const figures = apis.map(({ apiName, count, successRate, avg, p95 }) => ({
      apiName,
      count,
      successRate,
      avg,
      p95,
    }));
    return { summary, apis: figures };
  }
}
