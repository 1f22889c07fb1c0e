import type { HostRequest } from '../monitoring.options.js';

/** What asynchronous work belongs to, and is traced by: a request, or a run of another handler. */
export interface TracedWork {
  /** Tells apart the monitored apps of one process. */
  readonly owner: object;
  /** The verb of its transport, such as `GET` or `MESSAGE`. */
  readonly method: string | null;
  /** The route template, where it is known yet; of another handler its name. */
  readonly endpoint: string | null;
  readonly traceId: string;
  /** The caller's, where there is a valid one. */
  readonly traceparent: string | null;
  /** Who asked for it, in the form of a request; null where nobody did. */
  readonly hostRequest: HostRequest | null;
  /** Errors that are on the record already, so that one which is logged and then thrown on counts once. */
  readonly loggedErrors: ReadonlySet<unknown> | null;
  /** It is over. */
  readonly closed: boolean;
  /** It is on the record now. */
  logged(error: unknown): void;
}
