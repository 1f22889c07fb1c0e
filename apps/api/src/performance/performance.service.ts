import { Injectable } from '@nestjs/common';
import type { ComparedQuery, Performance } from '@scitex/monitoring-contracts';
import { readPerformance, readRequests, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ComparedReads } from '../range/compared-reads.js';

@Injectable()
export class PerformanceService {
  private readonly reads = new ComparedReads(
    () => readSnapshot(this.dataSource),
    (scope, bucketSeconds) => readPerformance(this.dataSource, scope, bucketSeconds),
    (scope, bucketSeconds) => readRequests(this.dataSource, scope, bucketSeconds),
  );

  constructor(private readonly dataSource: DataSource) {}

  read(query: ComparedQuery): Promise<Performance> {
    return this.reads.read(query);
  }
}
