import type { TracedWork } from '../../context/traced-work.js';
import { newTraceId } from '../../context/trace-id.js';
import type { HostRequest } from '../../monitoring.options.js';
import type { WatchedHandler } from './watched-handler.js';

/** What a run that no request asked for is traced by. */
export class HandlerContext implements TracedWork {
  readonly method: string | null;
  readonly endpoint: string;
  readonly traceId = newTraceId();
  readonly traceparent = null;
  readonly loggedErrors = new Set<unknown>();
  closed = false;

  constructor(
    readonly owner: object,
    { verb, name }: WatchedHandler,
    readonly hostRequest: HostRequest | null,
  ) {
    this.method = verb;
    this.endpoint = name;
  }

  logged(error: unknown): void {
    this.loggedErrors.add(error);
  }
}
