import {
  EVENT_KINDS,
  type Batch,
  type EventKind,
  type Events,
  type Source,
} from '@scitex/monitoring-contracts';
import { randomUUID } from 'node:crypto';
import { runAsMonitor } from '../context/scope.js';
import type { Transport, WriteResult } from '../transport/transport.js';
import { backoffMs } from './backoff.js';
import { EventQueue, type Taken } from './event-queue.js';
import { Tally, type MonitoringStats } from './stats.js';

export interface RecorderOptions {
  readonly source: Source;
  readonly sampling: Readonly<Record<EventKind, number>>;
  readonly maxEvents: number;
  readonly maxBytes: number;
  readonly batchSize: number;
  readonly flushIntervalMs: number;
}

interface InFlight {
  readonly batch: Batch;
  readonly taken: Taken;
  failures: number;
}

interface Waiter {
  /** How many events must have left the buffer. */
  readonly target: number;
  readonly resolve: () => void;
}

/**
 * Takes events and sends them in batches, one at a time. Bounded: when it is full the newest event is dropped and
 * counted. A batch that fails is sent again under the same id, so that nothing is stored twice.
 */
export class Recorder {
  private readonly queue: EventQueue;
  private readonly tally = new Tally();
  private readonly interval: NodeJS.Timeout;
  private retry: NodeJS.Timeout | null = null;
  private inFlight: InFlight | null = null;
  private sending = false;
  private closed = false;
  private accepted = 0;
  private settled = 0;
  private waiters: Waiter[] = [];

  constructor(
    private readonly transport: Transport,
    private readonly options: RecorderOptions,
  ) {
    this.queue = new EventQueue(options);
    this.interval = setInterval(() => this.pump(), options.flushIntervalMs).unref();
  }

  /** Synchronous; never throws, never waits. */
  record<K extends EventKind>(kind: K, event: Events[K][number]): void {
    if (this.closed) return this.tally.turnedAway(kind, 'shutdown');
    if (this.isLeftOut(kind)) return this.tally.turnedAway(kind, 'sampled');
    if (!this.queue.offer(kind, event)) return this.tally.turnedAway(kind, 'buffer-full');
    this.accepted++;
    this.tally.buffered(kind);
    // Not at once: the work of sending does not belong into the caller's time.
    if (this.queue.waiting === this.options.batchSize) setImmediate(() => this.pump()).unref();
  }

  /**
   * Resolves to true once everything recorded before the call is stored or dropped,
   * to false when that has not come about within `timeoutMs`.
   */
  flush(timeoutMs: number): Promise<boolean> {
    if (this.settled >= this.accepted) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter: Waiter = { target: this.accepted, resolve: () => finish(true) };
      const timer = setTimeout(() => finish(false), timeoutMs);
      const finish = (isDone: boolean) => {
        clearTimeout(timer);
        this.waiters = this.waiters.filter((other) => other !== waiter);
        resolve(isDone);
      };
      this.waiters.push(waiter);
      this.cancelRetry();
      this.pump();
    });
  }

  stats(): MonitoringStats {
    return this.tally.stats();
  }

  /** Stores what is left, for at most `timeoutMs`; what is not stored by then is dropped and counted. */
  async close(timeoutMs: number): Promise<void> {
    if (this.closed) return;
    const isEmpty = await this.flush(timeoutMs);
    this.closed = true;
    clearInterval(this.interval);
    this.cancelRetry();
    for (const kind of EVENT_KINDS) this.tally.givenUp(kind, 'shutdown', this.tally.bufferedOf(kind));
    this.settled = this.accepted;
    this.answerWaiters();
    const closing = this.transport.close().catch(() => undefined);
    // A store that did not answer in time may not answer the farewell either.
    if (isEmpty) await closing;
  }

  private isLeftOut(kind: EventKind): boolean {
    const share = this.options.sampling[kind];
    return share < 1 && Math.random() >= share;
  }

  /** Sends the batch that failed, or the next one, unless one is on its way. */
  private pump(): void {
    if (this.closed || this.sending || this.retry) return;
    this.inFlight ??= this.nextBatch();
    if (this.inFlight) void this.send(this.inFlight);
  }

  private cancelRetry(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
  }

  private nextBatch(): InFlight | null {
    if (this.queue.waiting === 0) return null;
    const taken = this.queue.take(this.options.batchSize);
    return { batch: { id: randomUUID(), source: this.options.source, ...taken.events }, taken, failures: 0 };
  }

  private async send(inFlight: InFlight): Promise<void> {
    this.sending = true;
    try {
      const result = await runAsMonitor(() => this.transport.send(inFlight.batch));
      if (!this.closed) this.settle(inFlight, result);
    } catch {
      if (!this.closed) this.postpone(inFlight);
    } finally {
      this.sending = false;
    }
    if (this.queue.waiting >= this.options.batchSize || this.waiters.length > 0) this.pump();
  }

  private settle({ taken }: InFlight, { stored }: WriteResult): void {
    for (const kind of EVENT_KINDS) {
      const sent = taken.events[kind].length;
      const kept = Math.min(sent, stored[kind]);
      this.tally.stored(kind, kept);
      this.tally.givenUp(kind, 'refused', sent - kept);
    }
    this.queue.release(taken);
    this.inFlight = null;
    this.settled += taken.count;
    this.answerWaiters();
  }

  private postpone(inFlight: InFlight): void {
    inFlight.failures++;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.pump();
    }, backoffMs(inFlight.failures)).unref();
  }

  private answerWaiters(): void {
    for (const { target, resolve } of [...this.waiters]) if (target <= this.settled) resolve();
  }
}
