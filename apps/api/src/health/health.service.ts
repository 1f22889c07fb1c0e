import { Injectable } from '@nestjs/common';
import { failsGate, judgeHealth, type Health, type HealthQuery } from '@scitex/monitoring-contracts';
import { readHealthFigures } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';

const MINUTE_MS = 60_000;

@Injectable()
export class HealthService {
  constructor(private readonly dataSource: DataSource) {}

  /** Judges the window that ends now. `statusCode`: 503 when it fails the caller's gate, 200 otherwise. */
  async check(
    { minutes, failOn, app, environment }: HealthQuery,
    to = new Date(),
  ): Promise<{ statusCode: 200 | 503; health: Health }> {
    const window = { from: new Date(to.getTime() - minutes * MINUTE_MS), to };
    const figures = await readHealthFigures(this.dataSource, { ...window, app, environment });
    const health = judgeHealth(figures, window);
    return { statusCode: failsGate(health.healthStatus, failOn) ? 503 : 200, health };
  }
}
