import { Inject, Injectable } from '@nestjs/common';
import type { EventKind, Events } from '@scitex/monitoring-contracts';
import { setImmediate } from 'node:timers/promises';
import { OpenAnswers } from './capture/outbound/open-answers.js';
import { guarded } from './context/guarded.js';
import { currentRequest } from './context/scope.js';
import { HealthReader } from './health/health-reader.js';
import type { HealthSummary } from './health/health-summary.js';
import type { ActiveMonitoring } from './manual/active-monitoring.js';
import { ApiCall } from './manual/api-call.js';
import type { Activity, ApiUsage, ErrorContext, Metric, ReportedError } from './manual/log-entries.js';
import { LogEvents } from './manual/log-events.js';
import { timed } from './manual/timed.js';
import { MONITORING_SETTINGS } from './monitoring.constants.js';
import type { MonitoringSettings } from './monitoring.settings.js';
import { Recorder } from './recording/recorder.js';
import type { MonitoringStats } from './recording/stats.js';

const FLUSH_TIMEOUT_MS = 30_000;

/**
 * What an app records itself, beside what is recorded of its own accord.
 * The `log…` methods are synchronous, cannot throw, and fill in what the request that is being served tells.
 */
@Injectable()
export class MonitoringService implements ActiveMonitoring {
  constructor(
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LogEvents) private readonly events: LogEvents,
    @Inject(HealthReader) private readonly health: HealthReader,
    @Inject(OpenAnswers) private readonly answers: OpenAnswers,
  ) {}

  /**
   * Records a call to another system that the app measured itself; `error` says why it got no answer.
   * @example monitoring.logApiUsage({ apiName: 'crossref', endpoint: '/works', responseTime: 120, statusCode: 200 });
   */
  logApiUsage(usage: ApiUsage): void {
    this.record('apiCalls', () => this.events.apiCall(usage));
  }

  /**
   * Times `call`, records how it ended (an error too), and hands back what it returns or throws, unchanged.
   * @example const works = await monitoring.monitorApi('crossref', '/works', { query }, () => client.works(query));
   */
  async monitorApi<T>(
    apiName: string,
    endpoint: string,
    queryParams: object | undefined,
    call: () => T | Promise<T>,
  ): Promise<T> {
    return timed(this.timeApiCall(apiName, endpoint, queryParams), call);
  }

  /**
   * Times a call until the end of its block.
   * @example using call = monitoring.startApiCall('crossref', '/works', { query });
   */
  startApiCall(apiName: string, endpoint: string, queryParams?: object): ApiCall {
    return this.timeApiCall(apiName, endpoint, queryParams).enter();
  }

  /**
   * Records an error that the app has dealt with; one that it throws on afterwards is not recorded a second time.
   * @example monitoring.logError(error, { severity: 'high', metadata: { paperId } });
   */
  logError(error: unknown, context?: ErrorContext): void;
  /** Records an error that is no JavaScript error. */
  logError(error: ReportedError, context?: ErrorContext): void;
  logError(error: unknown, context: ErrorContext = {}): void {
    this.record('errors', () => this.events.error(error, context));
    currentRequest()?.logged(error);
  }

  /** @example monitoring.logMetric({ metricType: 'queue_length', value: queue.length }); */
  logMetric(metric: Metric): void {
    this.record('metrics', () => this.events.metric(metric));
  }

  /** @example monitoring.logActivity({ activityType: 'annotate', user: 'u-7', details: { paperId } }); */
  logActivity(activity: Activity): void {
    this.record('activities', () => this.events.activity(activity));
  }

  /**
   * How the system has been doing for the last 60 minutes: every service that records into this store.
   * @returns the body of `GET health`
   * @throws when the store is away, or `enabled` is false: there is no honest answer then
   */
  async getSystemHealthSummary(): Promise<HealthSummary> {
    if (!this.settings.enabled)
      throw new Error(
        'Monitoring is off (enabled: false), so there is no health to tell. Set enabled: true.',
      );
    return this.health.read();
  }

  /** Where every event so far has gone: `captured = stored + buffered + spooled + Σ dropped`, in all and by kind. */
  stats(): MonitoringStats {
    return this.recorder.stats();
  }

  /**
   * Sends what is buffered, and what is spooled. Outbound calls whose answers are being read count as answered.
   * @returns true once everything captured before the call is stored (or dropped, and counted as such), or is safe in
   * the spool where the store does not take it; false when that has not come about within `timeoutMs` (30 s): it stays
   * buffered
   */
  async flush(timeoutMs = FLUSH_TIMEOUT_MS): Promise<boolean> {
    // A client may tell its caller that a call has failed before its connection tells us.
    await setImmediate();
    this.answers.settle();
    return this.recorder.flush(timeoutMs);
  }

  /** A call that takes over no HTTP traffic yet: `run` says for what. */
  timeApiCall(apiName: string, endpoint: string, queryParams?: object): ApiCall {
    return new ApiCall({ apiName, endpoint, queryParams }, (usage, error) => {
      this.logApiUsage(usage);
      if (error !== undefined) this.logError(error, { metadata: { apiName, endpoint } });
    });
  }

  private record<K extends EventKind>(kind: K, make: () => Events[K][number]): void {
    if (!this.settings.enabled) return;
    const isMade = guarded(() => {
      this.recorder.record(kind, make());
      return true;
    });
    if (!isMade) this.recorder.refuse(kind);
  }
}
