import { Global, Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { HandlerCapture } from './capture/handlers/handler-capture.js';
import { HandlerRecorder } from './capture/handlers/handler-recorder.js';
import { InboundCapture } from './capture/inbound/inbound-capture.js';
import { RequestRecorder } from './capture/inbound/request-recorder.js';
import { OpenAnswers } from './capture/outbound/open-answers.js';
import { OutboundCapture } from './capture/outbound/outbound-capture.js';
import { ProcessCapture } from './capture/process/process-capture.js';
import { UnsentEvents } from './capture/process/unsent.js';
import { HealthReader } from './health/health-reader.js';
import { activate, deactivate } from './manual/active-monitoring.js';
import { LogEvents } from './manual/log-events.js';
import { MONITORING_SETTINGS, MONITORING_TRANSPORT } from './monitoring.constants.js';
import { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } from './monitoring.module-definition.js';
import { MonitoringService } from './monitoring.service.js';
import { resolveSettings, type MonitoringSettings } from './monitoring.settings.js';
import { CostMeter } from './recording/cost-meter.js';
import { Recorder } from './recording/recorder.js';
import { REPORTING } from './recording/reporter.js';
import { Spool } from './recording/spool/spool.js';
import { Scrubber } from './scrubbing/scrubber.js';
import { PostgresTransport } from './transport/postgres-transport.js';
import type { Transport } from './transport/transport.js';

/**
 * Records every request, error, outbound call and user activity of the app that imports it.
 * @example
 * MonitoringModule.forRoot({
 *   serviceName: 'research-api',
 *   transport: { kind: 'postgres', url: process.env.MONITORING_DATABASE_URL },
 * })
 */
@Global()
@Module({
  providers: [
    { provide: MONITORING_SETTINGS, useFactory: resolveSettings, inject: [MODULE_OPTIONS_TOKEN] },
    {
      provide: MONITORING_TRANSPORT,
      useFactory: ({ url, transport, source }: MonitoringSettings) =>
        new PostgresTransport({
          url,
          poolSize: transport?.poolSize,
          applicationName: `scitex-monitoring ${source.app}`,
        }),
      inject: [MONITORING_SETTINGS],
    },
    {
      provide: UnsentEvents,
      useFactory: (transport: Transport, { source }: MonitoringSettings) =>
        new UnsentEvents(transport, source),
      inject: [MONITORING_TRANSPORT, MONITORING_SETTINGS],
    },
    {
      provide: Recorder,
      useFactory: (
        transport: UnsentEvents,
        { source, sampling, buffer, spool, enabled }: MonitoringSettings,
        cost: CostMeter,
      ) => {
        const reporting = enabled ? REPORTING : null;
        return new Recorder(
          transport,
          { source, sampling, ...buffer, reporting },
          spool && new Spool(spool),
          null,
          cost,
        );
      },
      inject: [UnsentEvents, MONITORING_SETTINGS, CostMeter],
    },
    {
      provide: Scrubber,
      useFactory: ({ scrub }: MonitoringSettings) => new Scrubber(scrub?.keys),
      inject: [MONITORING_SETTINGS],
    },
    {
      provide: LogEvents,
      useFactory: (settings: MonitoringSettings, scrubber: Scrubber) => new LogEvents(settings, scrubber),
      inject: [MONITORING_SETTINGS, Scrubber],
    },
    {
      provide: HealthReader,
      useFactory: ({ url }: MonitoringSettings) => new HealthReader(url),
      inject: [MONITORING_SETTINGS],
    },
    OpenAnswers,
    CostMeter,
    RequestRecorder,
    InboundCapture,
    OutboundCapture,
    ProcessCapture,
    HandlerRecorder,
    {
      provide: HandlerCapture,
      useFactory: (settings: MonitoringSettings, modules: ModulesContainer, recorder: HandlerRecorder) =>
        new HandlerCapture(settings, modules, recorder).watch(),
      inject: [MONITORING_SETTINGS, ModulesContainer, HandlerRecorder],
    },
    MonitoringService,
  ],
  exports: [MonitoringService],
})
export class MonitoringModule extends ConfigurableModuleClass implements OnModuleInit, OnApplicationShutdown {
  private readonly flushAtExit = (): void => {
    this.answers.settle();
    void this.recorder.leave(this.settings.buffer.shutdownTimeoutMs);
  };

  constructor(
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(MonitoringService) private readonly monitoring: MonitoringService,
    @Inject(OpenAnswers) private readonly answers: OpenAnswers,
  ) {
    super();
  }

  onModuleInit(): void {
    if (!this.settings.enabled) return;
    activate(this.monitoring);
    // For a script that comes to its end without closing the app: nothing of the monitor's keeps it alive till then.
    process.once('beforeExit', this.flushAtExit);
  }

  /** After the server has closed, so that the last requests are in. */
  async onApplicationShutdown(): Promise<void> {
    deactivate(this.monitoring);
    process.off('beforeExit', this.flushAtExit);
    await this.recorder.close(this.settings.buffer.shutdownTimeoutMs);
  }
}
