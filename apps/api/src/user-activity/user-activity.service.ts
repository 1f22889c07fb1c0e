import { Injectable } from '@nestjs/common';
import type { ComparedQuery, UserActivitySummary } from '@scitex/monitoring-contracts';
import { readSnapshot, readUserActivity, readVisits } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ComparedReads } from '../range/compared-reads.js';

@Injectable()
export class UserActivityService {
  private readonly reads = new ComparedReads(
    () => readSnapshot(this.dataSource),
    (scope, bucketSeconds) => readUserActivity(this.dataSource, scope, bucketSeconds),
    (scope, bucketSeconds) => readVisits(this.dataSource, scope, bucketSeconds),
  );

  constructor(private readonly dataSource: DataSource) {}

  read(query: ComparedQuery): Promise<UserActivitySummary> {
    return this.reads.read(query);
  }
}
