import { Injectable } from '@nestjs/common';
import { failsGate, judgeHealth, type Health, type HealthQuery } from '@scitex/monitoring-contracts';
import { readHealthFigures, readThresholds } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { SharedChecks } from './shared-checks.js';

const MINUTE_MS = 60_000;

/** `statusCode`: 503 when the health fails the caller's gate, 200 otherwise. */
export interface GatedHealth {
  readonly statusCode: 200 | 503;
  readonly health: Health;
}

@Injectable()
export class HealthService {
  private readonly sharedChecks = new SharedChecks<GatedHealth>();

  constructor(private readonly dataSource: DataSource) {}

  /** Judges the window that ends now. */
  async check({ minutes, failOn, app, environment }: HealthQuery): Promise<GatedHealth> {
    const to = new Date();
    const window = { from: new Date(to.getTime() - minutes * MINUTE_MS), to };
    const figures = await readHealthFigures(this.dataSource, { ...window, app, environment });
    const health = judgeHealth(figures, window, await readThresholds(this.dataSource, environment));
    return { statusCode: failsGate(health.healthStatus, failOn) ? 503 : 200, health };
  }

  /** The same for callers without credentials, who share what runs. */
  async checkShared(query: HealthQuery): Promise<GatedHealth> {
    return this.sharedChecks.run(JSON.stringify(query), () => this.check(query));
  }
}
