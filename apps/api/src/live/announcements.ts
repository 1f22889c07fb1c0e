import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Announcement } from '@scitex/monitoring-contracts';
import { AnnouncementListener, type Ear } from '@scitex/monitoring-storage';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';
import { ErrorNews } from './error-news.js';
import { LiveLog } from './live-log.js';

/** Notes what writers announce in the log: the one listener of this server. */
@Injectable()
export class Announcements implements Ear, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly listener: AnnouncementListener;
  private hasComplained = false;

  constructor(
    @Inject(SETTINGS) { databaseUrl }: Settings,
    private readonly log: LiveLog,
    private readonly errors: ErrorNews,
  ) {
    this.listener = new AnnouncementListener(
      { url: databaseUrl, applicationName: 'scitex-monitoring-live' },
      this,
    );
  }

  onApplicationBootstrap(): void {
    this.listener.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.listener.stop();
  }

  heard(announcement: Announcement): void {
    const { app, environment, stored } = announcement;
    this.log.append({ kind: 'stored', app, environment, stored });
    this.errors.add(announcement);
  }

  listening(): void {
    this.log.append({ kind: 'gap' });
    if (this.hasComplained) this.logger.log('Dashboards move by themselves again.');
    this.hasComplained = false;
  }

  /** Said once, however often the listener tries. */
  deaf(reason: Error): void {
    if (!this.log.isDeaf) this.log.append({ kind: 'deaf' });
    if (!this.hasComplained) this.logger.warn(`Dashboards do not move by themselves: ${reason.message}`);
    this.hasComplained = true;
  }
}
