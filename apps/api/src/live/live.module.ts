import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { HealthModule } from '../health/health.module.js';
import { Announcements } from './announcements.js';
import { ErrorNews } from './error-news.js';
import { HealthWatch } from './health-watch.js';
import { LiveController } from './live.controller.js';
import { LiveLog } from './live-log.js';
import { LiveService } from './live.service.js';
import { OpenStreams } from './open-streams.js';

@Module({
  imports: [AuthModule, HealthModule],
  controllers: [LiveController],
  providers: [Announcements, ErrorNews, HealthWatch, LiveLog, LiveService, OpenStreams],
})
export class LiveModule {}
