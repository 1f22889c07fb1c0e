import type { TrackedActivity } from '../decorators/track-activity.decorator.js';
import type { HostRequest } from '../monitoring.options.js';
import { newTraceId } from './trace-id.js';
import type { TracedWork } from './traced-work.js';
import { isTraceparent, traceIdIn } from './traceparent.js';

/** The controller method that a request was dispatched to. */
export interface Handler {
  /** Such as `PapersController.search`. */
  readonly name: string;
  /** It sends events for as long as the client listens. */
  readonly isEventStream: boolean;
  /** Its requests are not to be recorded. */
  readonly isSkipped: boolean;
  /** What it does for its user, where it is said by decorator. */
  readonly activity: TrackedActivity | undefined;
}

/** What was thrown while a request was served, and when. */
export interface Thrown {
  readonly value: unknown;
  readonly timestamp: number;
}

/** What is known of a request while it is being served; also what its asynchronous work is traced by. */
export class RequestContext implements TracedWork {
  readonly startedAt = performance.now();
  /** The caller's `traceparent`, where it is valid; the trace began here otherwise. */
  readonly traceparent: string | null;
  readonly traceId: string;
  /** The request as the host's handlers see it. */
  hostRequest: HostRequest;
  /** The route template, as soon as the router found one. */
  endpoint: string | null = null;
  handler: Handler | null = null;
  thrown: Thrown | null = null;
  /** When the answer began to be an endless one: its end says nothing about how long the request took. */
  streamingSince: number | null = null;
  /** Errors that are on the record already; null where there is none, as in nearly every request. */
  loggedErrors: Set<unknown> | null = null;
  /** The answer is out, or the client gone. */
  closed = false;

  constructor(
    readonly owner: object,
    readonly method: string,
    readonly url: string,
    request: HostRequest,
  ) {
    this.hostRequest = request;
    const { traceparent } = request.headers;
    this.traceparent = isTraceparent(traceparent) ? traceparent : null;
    this.traceId = this.traceparent === null ? newTraceId() : traceIdIn(this.traceparent);
  }

  /** It is on the record: thrown on afterwards, it does not count a second time. */
  logged(error: unknown): void {
    this.loggedErrors ??= new Set();
    this.loggedErrors.add(error);
  }
}
