import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { subscribe, unsubscribe, type ChannelListener } from 'node:diagnostics_channel';
import { guarded } from '../../context/guarded.js';
import { currentScope } from '../../context/scope.js';
import { MONITORING_SETTINGS } from '../../monitoring.constants.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import { Recorder } from '../../recording/recorder.js';
import { Scrubber } from '../../scrubbing/scrubber.js';
import { RequestRecorder } from '../inbound/request-recorder.js';
import { Exchange, type BeginExchange, type ExchangeTarget } from './exchange.js';
import { httpClientListeners } from './http-client-listeners.js';
import { undiciListeners } from './undici-listeners.js';

/** Sees every outbound HTTP call of the process: fetch and undici, and everything built on node:http and node:https. */
@Injectable()
export class OutboundCapture implements OnModuleInit, OnApplicationShutdown {
  private readonly listeners: readonly (readonly [channel: string, listener: ChannelListener])[];

  constructor(
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(Scrubber) private readonly scrubber: Scrubber,
    @Inject(RequestRecorder) private readonly requests: RequestRecorder,
  ) {
    const begin: BeginExchange = (target) => this.begin(target);
    const all = [...undiciListeners(begin), ...httpClientListeners(begin)];
    this.listeners = all.map(([channel, listen]) => [channel, (message) => guarded(() => listen(message))]);
  }

  onModuleInit(): void {
    if (!this.settings.enabled) return;
    for (const [channel, listener] of this.listeners) subscribe(channel, listener);
  }

  onApplicationShutdown(): void {
    for (const [channel, listener] of this.listeners) unsubscribe(channel, listener);
  }

  private begin(target: ExchangeTarget): Exchange | null {
    const scope = currentScope();
    if (scope?.own) return null;
    // The channels are the process's: what another monitored app does for its requests is that app's to record.
    if (scope?.request && scope.request.owner !== this.requests) return null;
    const timedBy = scope?.call?.claims() ? scope.call : null;
    const { recorder, scrubber, settings } = this;
    return new Exchange(target, scope?.request, timedBy, { recorder, scrubber, settings });
  }
}
