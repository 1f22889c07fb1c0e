import type { DynamicModule, Type } from '@nestjs/common';
import type { ErrorContext, TrackActivityOptions } from '@scitex/nest-monitoring';

/** As much of MonitoringService as the host's own code calls. */
export interface MonitoringCalls {
  logActivity(activity: { activityType: string; module?: string; feature?: string }): void;
  logError(error: unknown, context?: ErrorContext): void;
}

/** Injection token of the MonitoringCalls. */
export const MONITORING_CALLS = Symbol('MONITORING_CALLS');

/** What a host takes from the module under test. A bare host has the same handlers, and nothing of the module. */
export interface Monitoring {
  /** The module, for an app of this name. */
  imports(serviceName: string): (DynamicModule | Type)[];
  SkipMonitoring(): MethodDecorator & ClassDecorator;
  TrackActivity(type: string, options?: TrackActivityOptions): MethodDecorator;
}
