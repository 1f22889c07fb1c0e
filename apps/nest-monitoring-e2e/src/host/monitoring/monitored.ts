import { Global, Module } from '@nestjs/common';
import {
  DEFAULT_EXCLUDES,
  MonitoringModule,
  MonitoringService,
  SkipMonitoring,
  TrackActivity,
  type MonitoringModuleOptions,
} from '@scitex/nest-monitoring';
import { settings } from '../settings.js';
import { MONITORING_CALLS, type Monitoring } from './monitoring.js';

@Global()
@Module({
  providers: [{ provide: MONITORING_CALLS, useExisting: MonitoringService }],
  exports: [MONITORING_CALLS],
})
class MonitoringCallsModule {}

const options = (serviceName: string): MonitoringModuleOptions => ({
  serviceName,
  environment: settings.environment,
  transport: { kind: 'postgres', url: settings.storeUrl },
  exclude: [...DEFAULT_EXCLUDES, '/runs'],
  apis: { peer: new URL(settings.peerUrl).host },
  activities: [
    { route: '/activities/ruled', type: 'curate', module: 'collections', feature: 'desk' },
    { route: '/activities/unruly', type: false },
  ],
});

export const monitoring: Monitoring = {
  imports: (serviceName) => [
    // Both ways to give options are proved: the first in ESM hosts, the other in CommonJS ones.
    settings.format === 'esm'
      ? MonitoringModule.forRoot(options(serviceName))
      : MonitoringModule.forRootAsync({ useFactory: () => Promise.resolve(options(serviceName)) }),
    MonitoringCallsModule,
  ],
  SkipMonitoring,
  TrackActivity,
};
