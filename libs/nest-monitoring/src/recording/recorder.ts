import {
  EVENT_KINDS,
  weightOf,
  type DropReason,
  type EventKind,
  type Events,
  type Source,
} from '@scitex/monitoring-contracts';
import type { Transport } from '../transport/transport.js';
import { CostMeter } from './cost-meter.js';
import { Delivery } from './delivery.js';
import { EventQueue } from './event-queue.js';
import { LoadShedding } from './overload/load-shedding.js';
import type { OverloadWatch } from './overload/overload-watch.js';
import { Reporter, type Reporting } from './reporter.js';
import type { Spool } from './spool/spool.js';
import { Tally, type MonitoringStats } from './stats.js';
import { Waiters } from './waiters.js';
import { within } from './within.js';

export interface RecorderOptions {
  readonly source: Source;
  readonly sampling: Readonly<Record<EventKind, number>>;
  readonly maxEvents: number;
  readonly maxBytes: number;
  readonly batchSize: number;
  readonly flushIntervalMs: number;
  /** When the monitor says to the store how it fares; null: never. */
  readonly reporting?: Reporting | null;
}

/** Of the time that a shutdown has, what the store is given before the rest is brought to the disk. */
const STORE_SHARE = 0.6;

/** A shutdown waits no longer for the last report, which nobody misses as much as an event. */
const FAREWELL_MS = 1_000;

/**
 * Takes events, and has them delivered in batches. Bounded: when it is full the newest event is dropped and counted.
 */
export class Recorder {
  private readonly queue: EventQueue;
  private readonly tally = new Tally();
  private readonly waiters = new Waiters();
  private readonly delivery: Delivery;
  private readonly interval: NodeJS.Timeout;
  private readonly load: LoadShedding;
  private readonly reporter: Reporter | null;
  private accepted = 0;
  private closed = false;

  /**
   * @param spool where batches go while the store is away; null keeps them in memory alone
   * @param overload what decides how much is recorded; null: everything, always
   * @param cost what is measured of the capture; of the delivery, it is measured here
   */
  constructor(
    private readonly transport: Transport,
    private readonly options: RecorderOptions,
    private readonly spool: Spool | null = null,
    overload: OverloadWatch | null = null,
    private readonly cost = new CostMeter(),
  ) {
    const { source, batchSize, flushIntervalMs, reporting } = options;
    this.queue = new EventQueue(options);
    this.load = new LoadShedding(overload, (kind, row) => this.admit(kind, row));
    const { queue, tally } = this;
    this.delivery = new Delivery(
      { transport, queue, tally, spool, source, batchSize, flushIntervalMs, cost },
      () => this.progress(),
    );
    this.reporter = reporting ? this.startReporting(reporting) : null;
    this.interval = setInterval(() => this.tick(), flushIntervalMs).unref();
    this.delivery.tend();
  }

  /** The host is overloaded: makers of events may save themselves the detail, which would be shed. */
  get isShedding(): boolean {
    return this.load.isShedding;
  }

  /** Synchronous; never throws, never waits. */
  record<K extends EventKind>(kind: K, event: Events[K][number]): void {
    if (this.closed) return this.tally.turnedAway(kind, 'shutdown');
    if (this.isLeftOut(kind)) return this.tally.turnedAway(kind, 'sampled');
    if (this.load.isShedding) return this.shed(kind, event);
    if (this.enqueue(kind, event)) this.tally.buffered(kind);
    else this.tally.turnedAway(kind, this.reasonOfNoRoom);
  }

  /** Counts an event that could not even be made, so that it is missing from no account. */
  refuse(kind: EventKind): void {
    this.tally.turnedAway(kind, 'refused');
  }

  /**
   * Resolves to true once everything recorded before the call is stored or dropped, or, where the store does not take
   * it, spooled; to false when that has not come about within `timeoutMs`.
   */
  flush(timeoutMs: number): Promise<boolean> {
    this.load.drain();
    const target = this.accepted;
    const isSafe = () => this.accepted - this.queue.held >= target;
    const isDone = () => isSafe() && (this.delivery.isAway || this.delivery.isSpoolEmpty);
    if (isSafe() && this.delivery.isSpoolEmpty) return Promise.resolve(true);
    const flushed = this.waiters.wait(isDone, timeoutMs, isSafe);
    this.delivery.hurry();
    return flushed;
  }

  stats(): MonitoringStats {
    return { ...this.tally.stats(), overload: this.load.state };
  }

  /** For a process that comes to its end without closing: stores what is left, and says that it was all. */
  async leave(timeoutMs: number): Promise<void> {
    await this.flush(timeoutMs);
    await this.reporter?.end();
  }

  /**
   * Stores what is left, or spools what the store does not take, for at most `timeoutMs`; what is neither by then is
   * dropped and counted.
   */
  async close(timeoutMs: number): Promise<void> {
    if (this.closed) return;
    const end = performance.now() + timeoutMs;
    const left = () => Math.max(0, end - performance.now());
    await this.flush(this.spool ? timeoutMs * STORE_SHARE : timeoutMs);
    this.closed = true;
    clearInterval(this.interval);
    this.load.stop();
    if (this.queue.held > 0) await within(left(), this.delivery.spillAll());
    this.delivery.stop();
    for (const kind of EVENT_KINDS)
      this.tally.givenUp(kind, 'buffered', 'shutdown', this.tally.bufferedOf(kind));
    this.waiters.answerAll();
    if (this.reporter) await within(Math.min(left(), FAREWELL_MS), this.reporter.close());
    // A store that did not answer in time may not answer the farewell either, nor a disk.
    await within(left(), Promise.allSettled([this.transport.close(), this.delivery.leaveSpool()]));
  }

  /** @returns false when there is no room. */
  private enqueue<K extends EventKind>(kind: K, event: Events[K][number]): boolean {
    if (!this.queue.offer(kind, event)) return false;
    this.accepted++;
    // Not at once: the work of sending does not belong into the caller's time.
    if (this.queue.waiting === this.options.batchSize) setImmediate(() => this.delivery.pump()).unref();
    return true;
  }

  private get reasonOfNoRoom(): DropReason {
    return this.spool?.obstacle ?? 'buffer-full';
  }

  /** What the shedder holds back is buffered, too. */
  private shed<K extends EventKind>(kind: K, event: Events[K][number]): void {
    this.tally.buffered(kind);
    this.load.take(kind, event);
  }

  private admit(kind: EventKind, row: Events[EventKind][number]): void {
    if (!this.enqueue(kind, row)) this.tally.givenUp(kind, 'buffered', this.reasonOfNoRoom, weightOf(row));
  }

  private isLeftOut(kind: EventKind): boolean {
    const share = this.options.sampling[kind];
    return share < 1 && Math.random() >= share;
  }

  private startReporting(reporting: Reporting): Reporter {
    const { transport, delivery, options } = this;
    const isStoreThere = () => delivery.isStoreThere;
    return new Reporter(
      { transport, source: options.source, isStoreThere, read: () => this.figures() },
      reporting,
    );
  }

  private figures() {
    const { mode, modeSince, eventLoopDelayP99 } = this.load.state;
    return {
      ...this.tally.stats(),
      cost: { ...this.cost.read(), bufferBytes: this.queue.bytes, spoolBytes: this.spool?.bytes ?? 0 },
      mode,
      modeAge: modeSince === null ? null : Date.now() - modeSince,
      eventLoopDelayP99,
    };
  }

  private tick(): void {
    this.load.tick();
    this.delivery.tend();
    this.delivery.pump();
  }

  private progress(): void {
    this.waiters.check();
    this.reporter?.delivered();
    if (!this.waiters.isEmpty) this.delivery.pump();
  }
}
