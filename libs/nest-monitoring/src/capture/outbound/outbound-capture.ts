import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { subscribe, unsubscribe, type ChannelListener } from 'node:diagnostics_channel';
import { guarded } from '../../context/guarded.js';
import { currentScope, type Scope } from '../../context/scope.js';
import { MONITORING_SETTINGS } from '../../monitoring.constants.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import { Recorder } from '../../recording/recorder.js';
import { Scrubber } from '../../scrubbing/scrubber.js';
import { pathOf } from '../inbound/exclusion.js';
import { RequestRecorder } from '../inbound/request-recorder.js';
import { addClientHeaders } from './client-headers.js';
import { Exchange, type BeginExchange, type ExchangeTarget } from './exchange.js';
import { httpClientListeners, originOf, type HttpClientListeners } from './http-client-listeners.js';
import { OpenAnswers } from './open-answers.js';
import { traceHeaders, type TraceHeaders } from './trace-headers.js';
import { isTraced } from './trace-targets.js';
import { undiciListeners, type TraceOf } from './undici-listeners.js';

/**
 * Sees every outbound HTTP call of the process: fetch and undici, and everything built on node:http and node:https.
 * Those that are made for a request carry its trace on, to where the option `propagateTo` lets it.
 */
@Injectable()
export class OutboundCapture implements OnModuleInit, OnApplicationShutdown {
  private readonly listeners: readonly (readonly [channel: string, listener: ChannelListener])[];
  private readonly http: HttpClientListeners;
  private stopTracing = (): void => undefined;

  constructor(
    @Inject(MONITORING_SETTINGS) readonly settings: MonitoringSettings,
    @Inject(Recorder) readonly recorder: Recorder,
    @Inject(Scrubber) readonly scrubber: Scrubber,
    @Inject(RequestRecorder) private readonly requests: RequestRecorder,
    @Inject(OpenAnswers) readonly answers: OpenAnswers,
  ) {
    const begin: BeginExchange = (target) => this.begin(target);
    const traceOf: TraceOf = (target, sets) => this.traceOf(target, sets);
    this.http = httpClientListeners(begin);
    const all = [...undiciListeners(begin, traceOf), ...this.http.listeners];
    this.listeners = all.map(([channel, listen]) => [channel, (message) => guarded(() => listen(message))]);
  }

  onModuleInit(): void {
    if (!this.settings.enabled) return;
    for (const [channel, listener] of this.listeners) subscribe(channel, listener);
    this.stopTracing = addClientHeaders((request, sets) => {
      this.http.began(request);
      const { method, path } = request;
      return this.traceOf({ method, path, origin: originOf(request) }, sets);
    });
  }

  onApplicationShutdown(): void {
    this.stopTracing();
    for (const [channel, listener] of this.listeners) unsubscribe(channel, listener);
    this.answers.settle();
  }

  private begin(target: ExchangeTarget): Exchange | null {
    const scope = currentScope();
    if (scope && !this.isMine(scope)) return null;
    const timedBy = scope?.call?.claims() ? scope.call : null;
    return new Exchange(target, scope?.request, timedBy, this);
  }

  private traceOf({ origin, path }: ExchangeTarget, sets: (name: string) => boolean): TraceHeaders {
    const scope = currentScope();
    if (!scope?.request || !this.isMine(scope)) return [];
    return isTraced(this.settings.propagateTo, origin, pathOf(path)) ? traceHeaders(scope.request, sets) : [];
  }

  /** The channels are the process's: what another monitored app does for its requests is that app's to record. */
  private isMine({ own, request }: Scope): boolean {
    return !own && (!request || request.owner === this.requests);
  }
}
