import type { RequestContext, Thrown } from '../../context/request-context.js';
import type { Identity } from '../../monitoring.options.js';

/** A request that is over, with everything that its events are made of. */
export interface FinishedRequest {
  readonly context: RequestContext;
  /** When the answer was out; milliseconds since the epoch. */
  readonly timestamp: number;
  readonly endpoint: string;
  readonly statusCode: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly identity: Identity | null;
  readonly sessionId: string | null;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** A request that an exception ended. */
export interface FailedRequest extends FinishedRequest {
  readonly thrown: Thrown;
}
