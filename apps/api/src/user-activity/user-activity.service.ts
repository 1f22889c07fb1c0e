import { Injectable } from '@nestjs/common';
import type { ComparedQuery, UserActivitySummary } from '@scitex/monitoring-contracts';
import { readUserActivity } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange, type ResolvedRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';

@Injectable()
export class UserActivityService {
  private readonly reads = new SharedReads<UserActivitySummary>();

  constructor(private readonly dataSource: DataSource) {}

  read(query: ComparedQuery): Promise<UserActivitySummary> {
    return this.reads.run(query, () => this.readNow(query));
  }

  private async readNow({ compare, ...query }: ComparedQuery): Promise<UserActivitySummary> {
    const asked = resolveRange(query);
    const [figures, previous] = await Promise.all([
      readUserActivity(this.dataSource, asked.scope, asked.range.bucketSeconds),
      compare && this.readPrevious(previousOf(asked)),
    ]);
    return { range: asked.range, ...figures, ...(previous && { previous }) };
  }

  private async readPrevious({ scope, range }: ResolvedRange): Promise<UserActivitySummary['previous']> {
    const { summary, timeline } = await readUserActivity(this.dataSource, scope, range.bucketSeconds);
    return { range, summary, timeline };
  }
}
