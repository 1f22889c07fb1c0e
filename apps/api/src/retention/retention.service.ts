import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { maintainPartitions } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { RefreshTokens } from '../auth/refresh-tokens.js';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';

/** Partitions are a day wide; asking each hour means that an hour without the store loses no day. */
const INTERVAL_MS = 3_600_000;

/** Makes the coming days' partitions and drops those past retention, with the sessions that have expired. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Retention');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly refreshTokens: RefreshTokens,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
    this.timer = setInterval(() => this.start(), INTERVAL_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private start(): void {
    this.running = this.run().catch((error: unknown) => {
      this.logger.warn(`Put off for an hour: ${String(error)}`);
    });
  }

  private async run(): Promise<void> {
    const { retentionDays } = this.settings;
    const { dropped } = await maintainPartitions(this.dataSource, { retentionDays });
    if (dropped.length > 0)
      this.logger.log(`Dropped ${dropped.length} partitions older than ${retentionDays} days.`);
    await this.refreshTokens.deleteExpired();
  }
}
