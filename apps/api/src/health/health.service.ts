import { Injectable } from '@nestjs/common';
import { failsGate, type Health, type HealthQuery } from '@scitex/monitoring-contracts';
import { readBareHealth, readHealth, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { SharedReads } from '../range/shared-reads.js';
import { SharedChecks } from './shared-checks.js';

const MINUTE_MS = 60_000;

/** `statusCode`: 503 when the health fails the caller's gate, 200 otherwise. */
export interface GatedHealth {
  readonly statusCode: 200 | 503;
  readonly health: Health;
}

@Injectable()
export class HealthService {
  private readonly reads = new SharedReads<GatedHealth>(() => readSnapshot(this.dataSource));
  private readonly sharedChecks = new SharedChecks<GatedHealth>();

  constructor(private readonly dataSource: DataSource) {}

  /** Judges the window that ends now, and tells since when it has been so. */
  check(query: HealthQuery): Promise<GatedHealth> {
    return this.reads.run(query, () => this.judge(query, readHealth));
  }

  /** Judges it alone. */
  checkBare(query: HealthQuery): Promise<GatedHealth> {
    return this.judge(query, readBareHealth);
  }

  /** The same for callers without credentials, who share what runs. */
  checkShared(query: HealthQuery): Promise<GatedHealth> {
    return this.sharedChecks.run(query, () => this.checkBare(query));
  }

  private async judge(
    { minutes, failOn, app, environment }: HealthQuery,
    read: typeof readHealth,
  ): Promise<GatedHealth> {
    const to = new Date();
    const from = new Date(to.getTime() - minutes * MINUTE_MS);
    const health = await read(this.dataSource, { from, to, app, environment });
    return { statusCode: failsGate(health.healthStatus, failOn) ? 503 : 200, health };
  }
}
