import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Batch } from '@scitex/monitoring-contracts';
import { guarded } from '../../context/guarded.js';
import { currentRequest, runAsMonitor } from '../../context/scope.js';
import { LogEvents } from '../../manual/log-events.js';
import { MONITORING_SETTINGS, MONITORING_TRANSPORT } from '../../monitoring.constants.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import { Recorder } from '../../recording/recorder.js';
import type { Transport } from '../../transport/transport.js';
import { RequestRecorder } from '../inbound/request-recorder.js';
import { CrashFiles } from './crash-files.js';
import { Failures, type FailureOrigin } from './failures.js';
import { flushAtExit } from './flush-at-exit.js';
import { UnsentEvents } from './unsent.js';

/** A crash loop has to stay a quick one. */
const MAX_WAIT_MS = 3_000;

/**
 * Records what nobody in the host caught. Where the process ends over it, the record is saved while it exits: first to
 * a file that the next start stores, then, if the store is known to be there, to the store itself.
 */
@Injectable()
export class ProcessCapture implements OnModuleInit, OnApplicationShutdown {
  private readonly files = new CrashFiles();
  private failures: Failures | null = null;
  private readonly onExit = (): void => guarded(() => this.save());

  constructor(
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(UnsentEvents) private readonly unsent: UnsentEvents,
    @Inject(MONITORING_TRANSPORT) private readonly transport: Transport,
    @Inject(LogEvents) private readonly events: LogEvents,
    @Inject(RequestRecorder) private readonly requests: RequestRecorder,
  ) {}

  onModuleInit(): void {
    if (!this.settings.enabled) return;
    this.failures = new Failures((error, origin) => this.record(error, origin));
    // Ahead of those of the host, which may throw.
    process.prependListener('exit', this.onExit);
    void this.recover();
  }

  onApplicationShutdown(): void {
    this.failures?.stop();
    process.off('exit', this.onExit);
  }

  private record(error: unknown, origin: FailureOrigin): void {
    const request = currentRequest();
    // What another monitored app of this process did for its requests is that app's to record.
    if (request && request.owner !== this.requests) return;
    const event = this.events.error(error, { severity: 'critical', metadata: { origin } });
    this.unsent.watch(event);
    this.recorder.record('errors', event);
  }

  private save(): void {
    this.failures?.settle();
    const batches = this.unsent.batches();
    if (batches.length === 0) return;
    const takeBack = batches.map((batch) => this.files.keep(batch));
    if (this.unsent.isStoreAway) return;
    const timeoutMs = Math.min(this.settings.buffer.shutdownTimeoutMs, MAX_WAIT_MS);
    if (flushAtExit({ url: this.settings.url, timeoutMs, batches })) takeBack.forEach((forget) => forget());
  }

  /** What an earlier process could only leave in a file. It stays there while the store is away. */
  private async recover(): Promise<void> {
    const store = (batch: Batch) => runAsMonitor(() => this.transport.send(batch));
    await this.files.drain(this.settings.source, store).catch(() => undefined);
  }
}
