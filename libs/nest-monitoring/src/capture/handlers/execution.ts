import { guarded } from '../../context/guarded.js';
import { currentRequest, runInScope } from '../../context/scope.js';
import type { TracedWork } from '../../context/traced-work.js';
import type { Timed } from '../../manual/timed.js';
import type { WatchedHandler } from './watched-handler.js';

/** What is told of a run, as it happens. */
export interface ExecutionListener {
  ended(execution: Execution): void;
  failed(execution: Execution, error: unknown): void;
}

/** One run of a handler. It ends once, and may fail after that, as a subscription does. */
export class Execution implements Timed {
  hasFailed = false;
  private readonly startedAt = performance.now();
  private isOver = false;

  constructor(
    readonly handler: WatchedHandler,
    readonly args: readonly unknown[],
    private readonly listener: ExecutionListener,
    /** Of the request that it is a part of, or of its own. */
    readonly context: TracedWork,
    private readonly onEnd: () => void = () => undefined,
  ) {}

  /** Milliseconds so far. */
  get duration(): number {
    return performance.now() - this.startedAt;
  }

  run<T>(work: () => T): T {
    return currentRequest() === this.context ? work() : runInScope({ request: this.context }, work);
  }

  fail(error: unknown): void {
    this.hasFailed = true;
    guarded(() => this.listener.failed(this, error));
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onEnd();
    guarded(() => this.listener.ended(this));
  }
}
