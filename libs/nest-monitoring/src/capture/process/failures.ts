import { guarded } from '../../context/guarded.js';
import { watchRejections } from './rejections.js';

export type FailureOrigin = 'uncaughtException' | 'unhandledRejection';

/** What nobody in the host caught. */
export type FailureListener = (error: unknown, origin: FailureOrigin) => void;

/**
 * Sees each uncaught exception and each unhandled rejection of the process once, and changes nothing of what follows:
 * exit, exit code and output are as Node and the host have them.
 *
 * A rejection is not looked at before the host and Node are done with it: once somebody has read the stack of an error,
 * Node no longer finds the line of the source that it prints above it.
 */
export class Failures {
  private rejection: { readonly reason: unknown } | null = null;
  /** A rejection was raised as an exception, and Node may go on to tell of it: in the mode `strict`. */
  private isRaised = false;
  private readonly stopRejections: () => void;
  private readonly onException = (error: unknown, origin: FailureOrigin): void => this.raised(error, origin);

  constructor(private readonly listen: FailureListener) {
    this.stopRejections = watchRejections((reason, tell) => this.rejected(reason, tell));
    process.on('uncaughtExceptionMonitor', this.onException);
  }

  /** Passes on what is still held back. */
  settle(): void {
    const { rejection } = this;
    this.rejection = null;
    if (rejection) this.tell(rejection.reason, 'unhandledRejection');
  }

  stop(): void {
    this.stopRejections();
    process.off('uncaughtExceptionMonitor', this.onException);
  }

  private rejected(reason: unknown, tellHost: () => boolean): boolean {
    if (!this.isRaised) this.rejection = { reason };
    this.isRaised = false;
    const isHandled = tellHost();
    // Where nobody handled it Node raises it now, by default; in the modes `warn` and `none` that is all there is.
    if (isHandled) this.settle();
    else setImmediate(() => this.settle());
    return isHandled;
  }

  private raised(error: unknown, origin: FailureOrigin): void {
    const { rejection } = this;
    this.settle();
    const isRejection = origin === 'unhandledRejection';
    this.isRaised = isRejection && !rejection;
    // The host's own listener may have thrown the reason on.
    if (!rejection || (!isRejection && rejection.reason !== error)) this.tell(error, origin);
  }

  private tell(error: unknown, origin: FailureOrigin): void {
    guarded(() => this.listen(error, origin));
  }
}
