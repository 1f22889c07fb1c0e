import type { RateLimit } from '@scitex/monitoring-contracts';
import { currentScope, enterScope, runInScope, type Scope, type TimedCall } from '../context/scope.js';
import type { ApiUsage } from './log-entries.js';

/** What became of a call, and whose error ended it. */
export type CallEnded = (usage: ApiUsage, error: unknown) => void;

interface Traffic {
  readonly statusCode: number | null;
  readonly failure?: string;
  readonly rateLimit?: RateLimit | null;
}

/**
 * A call to another system that is being timed. It ends once: when it goes out of scope (`using`), or at `end()`.
 * HTTP traffic under it is taken for the call itself and not recorded a second time; its status becomes the call's.
 * @example
 * using call = monitoring.startApiCall('crossref', '/works', { query });
 * const response = await fetch(url);
 */
export class ApiCall implements Disposable, TimedCall {
  /** Bytes, where known. */
  responseSize: number | null = null;

  private readonly startedAt = performance.now();
  private ownStatus: number | null = null;
  private hasFailed = false;
  private error: unknown = undefined;
  /** How the last exchange went that was taken over: those before it were redirected, or tried again. */
  private traffic: Traffic = { statusCode: null };
  private isOpen = true;
  private outer: { readonly scope: Scope | undefined } | null = null;

  constructor(
    private readonly target: Pick<ApiUsage, 'apiName' | 'endpoint' | 'queryParams'>,
    private readonly onEnd: CallEnded,
  ) {}

  /** Set it where the call does not go over HTTP; the status of the last HTTP answer otherwise. */
  get statusCode(): number | null {
    return this.ownStatus ?? this.traffic.statusCode;
  }

  set statusCode(statusCode: number | null) {
    this.ownStatus = statusCode;
  }

  /** Marks the call as failed. `using` cannot see what is thrown through it: `monitorApi` can. */
  fail(error?: unknown): void {
    this.hasFailed = true;
    this.error = error;
  }

  end(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (this.outer) enterScope(this.outer.scope);
    const { statusCode, responseSize } = this;
    const { failure, rateLimit = null } = this.traffic;
    const success = !this.hasFailed && failure === undefined && (statusCode === null || statusCode < 400);
    const responseTime = performance.now() - this.startedAt;
    // What the connection says tells more than what the host's client made of it.
    const usage = { ...this.target, responseTime, statusCode, responseSize, rateLimit, success };
    this.onEnd({ ...usage, error: failure ?? this.error }, this.error);
  }

  [Symbol.dispose](): void {
    this.end();
  }

  /** Takes over the HTTP traffic of what follows. */
  enter(): this {
    this.outer = { scope: currentScope() };
    enterScope(this.scope());
    return this;
  }

  /** Takes over the HTTP traffic of `work`. */
  run<T>(work: () => T): T {
    return runInScope(this.scope(), work);
  }

  claims(): boolean {
    return this.isOpen;
  }

  answered(statusCode: number, rateLimit: RateLimit | null): void {
    this.traffic = { statusCode, rateLimit };
  }

  failed(failure: string, statusCode: number | null): void {
    this.traffic = { ...this.traffic, statusCode, failure };
  }

  private scope(): Scope {
    return { request: currentScope()?.request, call: this };
  }
}
