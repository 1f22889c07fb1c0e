import { Global, Module } from '@nestjs/common';
import { MONITORING_CALLS, type Monitoring } from './monitoring.js';

const nothing = () => undefined;

@Global()
@Module({
  providers: [{ provide: MONITORING_CALLS, useValue: { logActivity: nothing, logError: nothing } }],
  exports: [MONITORING_CALLS],
})
class NoMonitoringModule {}

export const monitoring: Monitoring = {
  imports: () => [NoMonitoringModule],
  SkipMonitoring: () => nothing,
  TrackActivity: () => nothing,
};
