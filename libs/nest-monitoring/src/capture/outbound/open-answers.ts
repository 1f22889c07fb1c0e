import { Injectable } from '@nestjs/common';
import { runAsMonitor } from '../../context/scope.js';

/** A call whose answer has begun. */
export interface OpenAnswer {
  /** `performance.now()` when its headers were in. */
  readonly answeredAt: number;
  /** Nobody has begun to read it. */
  isUnread(): boolean;
  /** Records the call as answered. */
  complete(): void;
}

const SWEEP_MS = 1_000;
/** An answer that still goes on after this long is taken for one that is in: a stream may go on for ever. */
const PATIENCE_MS = 30_000;
/** Nobody reads it, and nothing will be heard of it. */
const UNREAD_MS = 1_000;
const MAX_OPEN = 5_000;

/** The answers that are being read: whether they come whole is known once they have ended. Bounded in number and time. */
@Injectable()
export class OpenAnswers {
  /** In the order of their headers. */
  private readonly open = new Set<OpenAnswer>();
  private sweeper: NodeJS.Timeout | null = null;

  add(answer: OpenAnswer): void {
    this.open.add(answer);
    if (this.open.size > MAX_OPEN) for (const oldest of this.open) return oldest.complete();
    // Not in the scope of the request that is being served, which the timer would keep alive.
    this.sweeper ??= runAsMonitor(() => setInterval(() => this.sweep(), SWEEP_MS).unref());
  }

  delete(answer: OpenAnswer): void {
    this.open.delete(answer);
  }

  /** Takes all of them for answered: what is flushed, or closed, waits for nobody. */
  settle(): void {
    for (const answer of this.open) answer.complete();
    this.sweep();
  }

  private sweep(): void {
    const now = performance.now();
    for (const answer of this.open) {
      const age = now - answer.answeredAt;
      if (age < UNREAD_MS) break;
      if (age >= PATIENCE_MS || answer.isUnread()) answer.complete();
    }
    if (this.open.size > 0 || !this.sweeper) return;
    clearInterval(this.sweeper);
    this.sweeper = null;
  }
}
