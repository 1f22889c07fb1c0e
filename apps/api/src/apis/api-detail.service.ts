import { Injectable } from '@nestjs/common';
import type { ApiDetail, ApiDetailQuery } from '@scitex/monitoring-contracts';
import { readApiCalls, readApiFailures, readRateLimits, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange, type ResolvedRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';

@Injectable()
export class ApiDetailService {
  private readonly reads = new SharedReads<ApiDetail>(() => readSnapshot(this.dataSource));

  constructor(private readonly dataSource: DataSource) {}

  read(query: ApiDetailQuery): Promise<ApiDetail> {
    return this.reads.run(query, () => this.readNow(query));
  }

  private async readNow({ apiName, compare, ...query }: ApiDetailQuery): Promise<ApiDetail> {
    const asked = resolveRange(query);
    const [calls, failures, rateLimits, previous] = await Promise.all([
      this.calls(asked, apiName),
      readApiFailures(this.dataSource, asked.scope, apiName),
      readRateLimits(this.dataSource, asked.scope, apiName),
      compare && this.before(asked, apiName),
    ]);
    return { range: asked.range, apiName, ...calls, failures, rateLimits, ...(previous && { previous }) };
  }

  private calls({ scope, range }: ResolvedRange, apiName: string) {
    return readApiCalls(this.dataSource, scope, apiName, range.bucketSeconds);
  }

  private async before(asked: ResolvedRange, apiName: string): Promise<ApiDetail['previous']> {
    const before = previousOf(asked);
    const { summary, timeline } = await this.calls(before, apiName);
    return { range: before.range, summary, timeline };
  }
}
