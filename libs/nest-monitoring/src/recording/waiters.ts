interface Waiter {
  readonly isDone: () => boolean;
  readonly resolve: () => void;
}

/** Callers that wait for something to come about. */
export class Waiters {
  private waiting: Waiter[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Resolves to true once `isDone`; after `timeoutMs` to what `isGoodEnough` says then. */
  wait(isDone: () => boolean, timeoutMs: number, isGoodEnough: () => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter: Waiter = { isDone, resolve: () => finish(true) };
      const timer = setTimeout(() => finish(isGoodEnough()), timeoutMs);
      const finish = (answer: boolean) => {
        clearTimeout(timer);
        this.waiting = this.waiting.filter((other) => other !== waiter);
        resolve(answer);
      };
      this.waiting.push(waiter);
    });
  }

  /** To be called whenever something may have come about. */
  check(): void {
    for (const { isDone, resolve } of [...this.waiting]) if (isDone()) resolve();
  }

  /** There is nothing left to wait for. */
  answerAll(): void {
    for (const { resolve } of [...this.waiting]) resolve();
  }
}
