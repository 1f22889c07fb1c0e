import { Injectable } from '@nestjs/common';
import type { EndpointDetail, EndpointDetailQuery } from '@scitex/monitoring-contracts';
import { readRouteReleases, readRouteRequests, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { previousOf, resolveRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';

@Injectable()
export class EndpointDetailService {
  private readonly reads = new SharedReads<EndpointDetail>(() => readSnapshot(this.dataSource));

  constructor(private readonly dataSource: DataSource) {}

  read(query: EndpointDetailQuery): Promise<EndpointDetail> {
    return this.reads.run(query, () => this.readNow(query));
  }

  private async readNow({ userSort, ...query }: EndpointDetailQuery): Promise<EndpointDetail> {
    const asked = resolveRange(query);
    const before = previousOf(asked);
    const { scope } = asked;
    const [requests, releases] = await Promise.all([
      readRouteRequests(this.dataSource, { scope, previous: before.scope, userSort }),
      readRouteReleases(this.dataSource, scope),
    ]);
    return { range: asked.range, previous: before.range, ...requests, releases };
  }
}
