import { Inject, Injectable } from '@nestjs/common';
import { guarded } from '../../context/guarded.js';
import { currentRequest } from '../../context/scope.js';
import type { TracedWork } from '../../context/traced-work.js';
import { timed } from '../../manual/timed.js';
import { MONITORING_SETTINGS } from '../../monitoring.constants.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import { Recorder } from '../../recording/recorder.js';
import { Scrubber } from '../../scrubbing/scrubber.js';
import { RequestRecorder } from '../inbound/request-recorder.js';
import { nameRoute } from './request-route.js';
import { severityOf } from './severity-of.js';
import { Execution, type ExecutionListener } from './execution.js';
import { HandlerContext } from './handler-context.js';
import { HandlerEvents } from './handler-events.js';
import type { WatchedHandler } from './watched-handler.js';

/** Turns the runs of this app's handlers into events: how long each took, and an error where there is one. */
@Injectable()
export class HandlerRecorder implements ExecutionListener {
  private readonly events: HandlerEvents;

  constructor(
    @Inject(MONITORING_SETTINGS) settings: MonitoringSettings,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(Scrubber) scrubber: Scrubber,
    /** The owner of whatever this app does, so that its outbound calls know their own. */
    @Inject(RequestRecorder) private readonly owner: RequestRecorder,
  ) {
    this.events = new HandlerEvents(settings, scrubber);
  }

  /** Runs a handler as one that is watched; what it returns or throws stays as it is. */
  watch<T>(handler: WatchedHandler, args: readonly unknown[], work: (execution?: Execution) => T): T {
    const execution = guarded(() => this.begin(handler, args));
    return execution ? timed(execution, () => work(execution)) : work();
  }

  /** Records that a handler could not even be called. A request of HTTP is told of that itself. */
  failedToBegin(handler: WatchedHandler, error: unknown): void {
    if (handler.metricType !== 'graphql' && this.servedRequest()) return;
    const execution = this.begin(handler, []);
    execution?.fail(error);
    execution?.end();
  }

  ended(execution: Execution): void {
    if (execution.handler.isTimed) this.recorder.record('metrics', this.events.metric(execution));
  }

  failed(execution: Execution, error: unknown): void {
    const { context } = execution;
    const severity = severityOf(error, execution.handler.isAnswered);
    if (severity === null || context.loggedErrors?.has(error)) return;
    context.logged(error);
    this.recorder.record('errors', this.events.error(execution, error, severity));
  }

  /** @returns null for a run that is not to be recorded */
  private begin(handler: WatchedHandler, args: readonly unknown[]): Execution | null {
    const request = this.servedRequest();
    if (request && handler.metricType === 'graphql') nameRoute(request);
    if (handler.isSkipped) return null;
    if (request) return new Execution(handler, args, this, request);
    const context = new HandlerContext(this.owner, handler, handler.caller?.(args) ?? null);
    return new Execution(handler, args, this, context, () => (context.closed = true));
  }

  /** A scope may outlive its request, in a timer or a connection that was opened for it. */
  private servedRequest(): TracedWork | null {
    const request = currentRequest();
    return request && !request.closed && request.owner === this.owner ? request : null;
  }
}
