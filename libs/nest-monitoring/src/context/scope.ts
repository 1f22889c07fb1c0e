import { AsyncLocalStorage } from 'node:async_hooks';
import type { RateLimit } from '@scitex/monitoring-contracts';
import type { TracedWork } from './traced-work.js';

/** A call that the host times itself: the HTTP traffic under it is that call, and not recorded a second time. */
export interface TimedCall {
  /** Called for each HTTP exchange that begins under the call; true takes it over. */
  claims(): boolean;
  /** The status of an exchange that was taken over, and what its answer says of a rate limit. */
  answered(statusCode: number, rateLimit: RateLimit | null): void;
  /** An exchange that was taken over got no answer, and so no status, or only the beginning of one. */
  failed(failure: string, statusCode: number | null): void;
}

/** What asynchronous work belongs to. */
export interface Scope {
  readonly request: TracedWork | undefined;
  readonly call?: TimedCall;
  /** The monitor's own work: it captures nothing of it. */
  readonly own?: true;
}

const scopes = new AsyncLocalStorage<Scope | undefined>();
const OWN: Scope = { request: undefined, own: true };

export const currentScope = (): Scope | undefined => scopes.getStore();

export const currentRequest = (): TracedWork | undefined => scopes.getStore()?.request;

/** Everything that follows, synchronously or not, belongs to `scope`. */
export const enterScope = (scope: Scope | undefined): void => scopes.enterWith(scope);

export const runInScope = <T>(scope: Scope, work: () => T): T => scopes.run(scope, work);

/** Runs the monitor's own work, which must not watch itself, nor keep alive the request that set it off. */
export const runAsMonitor = <T>(work: () => T): T => scopes.run(OWN, work);
