export { MonitoringModule } from './monitoring.module.js';
export { MonitoringService } from './monitoring.service.js';
export { MonitoringOptionsError } from './monitoring.options-error.js';
export type {
  ActivityRule,
  BufferOptions,
  HostRequest,
  Identity,
  MonitoringModuleOptions,
  PostgresTransportOptions,
  ScrubOptions,
  SpoolOptions,
  TraceTargets,
} from './monitoring.options.js';
export { DEFAULT_EXCLUDES } from './capture/inbound/exclusion.js';
export { MonitorApi } from './decorators/monitor-api.decorator.js';
export { SkipMonitoring } from './decorators/skip-monitoring.decorator.js';
export { TrackActivity, type TrackActivityOptions } from './decorators/track-activity.decorator.js';
export type { HealthCheckResult, HealthStatus, HealthSummary } from './health/health-summary.js';
export type { ApiCall } from './manual/api-call.js';
export type { Activity, ApiUsage, ErrorContext, Metric, ReportedError } from './manual/log-entries.js';
export type { DropReason, EventCounts as Counts } from '@scitex/monitoring-contracts';
export type { MonitoringStats } from './recording/stats.js';
