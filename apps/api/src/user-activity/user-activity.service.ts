import { Injectable } from '@nestjs/common';
import type { ComparedQuery, UserActivitySummary } from '@scitex/monitoring-contracts';
import { readSnapshot, readUserActivity, type Scope } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ComparedReads } from '../range/compared-reads.js';

@Injectable()
export class UserActivityService {
  private readonly reads = new ComparedReads(
    () => readSnapshot(this.dataSource),
    (scope, bucketSeconds) => readUserActivity(this.dataSource, scope, bucketSeconds),
    (scope, bucketSeconds) => this.readBefore(scope, bucketSeconds),
  );

  constructor(private readonly dataSource: DataSource) {}

  read(query: ComparedQuery): Promise<UserActivitySummary> {
    return this.reads.read(query);
  }

  private async readBefore(scope: Scope, bucketSeconds: number) {
    const { summary, timeline } = await readUserActivity(this.dataSource, scope, bucketSeconds);
    return { summary, timeline };
  }
}
