import { Module, type DynamicModule } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import { AdminDataModule } from './admin-data/admin-data.module.js';
import { ApiTokensModule } from './api-tokens/api-tokens.module.js';
import { ApiUsageModule } from './api-usage/api-usage.module.js';
import { ApisModule } from './apis/apis.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CollectorsModule } from './collectors/collectors.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeploysModule } from './deploys/deploys.module.js';
import { EndpointsModule } from './endpoints/endpoints.module.js';
import { ErrorsModule } from './errors/errors.module.js';
import { HealthModule } from './health/health.module.js';
import { LiveModule } from './live/live.module.js';
import { LivenessModule } from './liveness/liveness.module.js';
import { PerformanceModule } from './performance/performance.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SettingsModule } from './settings/settings.module.js';
import type { Settings } from './settings/settings.js';
import { ThresholdsModule } from './thresholds/thresholds.module.js';
import { UserActivityModule } from './user-activity/user-activity.module.js';

const api = [
  AccessModule,
  AdminDataModule,
  ApiTokensModule,
  ApiUsageModule,
  ApisModule,
  AuthModule,
  CollectorsModule,
  DeploysModule,
  EndpointsModule,
  ErrorsModule,
  HealthModule,
  LiveModule,
  PerformanceModule,
  ThresholdsModule,
  UserActivityModule,
];

@Module({
  imports: [
    ...api,
    RouterModule.register([{ path: 'monitoring/api', children: api }]),
    LivenessModule,
    RetentionModule,
  ],
})
export class AppModule {
  static with(settings: Settings, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [SettingsModule.with(settings), DatabaseModule.with(dataSource)],
    };
  }
}
