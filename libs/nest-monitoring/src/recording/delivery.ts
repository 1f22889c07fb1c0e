import { EVENT_KINDS, type Source } from '@scitex/monitoring-contracts';
import { runAsMonitor } from '../context/scope.js';
import type { Transport, WriteResult } from '../transport/transport.js';
import { backoffMs } from './backoff.js';
import type { CostMeter } from './cost-meter.js';
import type { EventQueue } from './event-queue.js';
import type { KindCounts } from './kind-counts.js';
import { Outgoing } from './outgoing.js';
import { spill } from './spill.js';
import type { Spool } from './spool/spool.js';
import type { Tally } from './stats.js';

interface Parts {
  readonly transport: Transport;
  readonly queue: EventQueue;
  readonly tally: Tally;
  /** null: memory alone. */
  readonly spool: Spool | null;
  readonly source: Source;
  readonly batchSize: number;
  readonly flushIntervalMs: number;
  readonly cost: CostMeter;
}

/** A store that takes longer than this over a batch may be gone: what waits is brought to the disk. */
const PATIENCE_MS = 1_000;

/**
 * Brings batches to the store, one at a time, in the order of recording. While the store is away they go to the spool,
 * and while there is anything in it everything goes through it. A batch that fails is sent again under the same id,
 * so that nothing is stored twice.
 */
export class Delivery {
  /** The last attempt failed. */
  isAway = false;
  private outgoing: Outgoing | null = null;
  private isSending = false;
  private retry: NodeJS.Timeout | null = null;
  private spilling: Promise<void> | null = null;
  private spilledAt = -Infinity;
  private tending: Promise<void> | null = null;
  private isStopped = false;

  /** @param onProgress called when something has left the buffer or the spool, or could not */
  constructor(
    private readonly parts: Parts,
    private readonly onProgress: () => void,
  ) {}

  get isSpoolEmpty(): boolean {
    return this.parts.spool?.isEmpty ?? true;
  }

  /** The store took what it was last sent, as far as is known, and does not take long over what it is being sent. */
  get isStoreThere(): boolean {
    return !this.isAway && !(this.isSending && this.outgoing?.isStuck(PATIENCE_MS));
  }

  /** Does what is due: to be called regularly, and whenever there is a full batch. */
  pump(): void {
    if (this.isStopped) return;
    runAsMonitor(() => {
      if (this.isSpillDue()) void this.spill();
      if (!this.isSending && !this.retry && this.hasWork()) void this.send();
    });
  }

  /** Looks after the spool, and takes over what other processes left. */
  tend(): void {
    const { spool } = this.parts;
    if (!spool || this.tending) return;
    this.tending = runAsMonitor(() => spool.tend()).then((adopted) => {
      this.tending = null;
      if (adopted) this.adopt(adopted);
    });
  }

  /** Tries again at once. */
  hurry(): void {
    this.isAway = false;
    this.spilledAt = -Infinity;
    this.cancelRetry();
    this.pump();
  }

  /** Brings to the disk what is still in memory. */
  async spillAll(): Promise<void> {
    await this.spilling;
    await this.spill();
  }

  /** Nothing that happens afterwards counts any more. */
  stop(): void {
    this.isStopped = true;
    this.cancelRetry();
  }

  /** Resolves when nothing of the spool is in use by this process any more. */
  async leaveSpool(): Promise<void> {
    await this.tending;
    await this.spilling;
    await this.parts.spool?.close();
  }

  private hasWork(): boolean {
    return this.outgoing !== null || this.parts.queue.waiting > 0 || !this.isSpoolEmpty;
  }

  private adopt(counts: KindCounts): void {
    for (const kind of EVENT_KINDS) this.parts.tally.adopted(kind, counts[kind]);
    this.pump();
  }

  private isSpillDue(): boolean {
    if (this.spilling || !this.parts.spool?.isOpen) return false;
    if (this.outgoing?.taken) return this.outgoing.isStuck(PATIENCE_MS);
    const { queue, batchSize, flushIntervalMs } = this.parts;
    if (this.isSpoolEmpty || queue.waiting === 0) return false;
    // Not at every turn: a spool that drains would never be empty for all the crumbs that come in meanwhile.
    return queue.waiting >= batchSize || performance.now() - this.spilledAt >= flushIntervalMs;
  }

  private spill(): Promise<void> {
    const { spool } = this.parts;
    if (!spool) return Promise.resolve();
    this.spilledAt = performance.now();
    const isStopped = () => this.isStopped;
    this.spilling = spill({ ...this.parts, spool, isStopped }, this.outgoing).then(() => {
      this.spilling = null;
      this.onProgress();
    });
    return this.spilling;
  }

  private async send(): Promise<void> {
    this.isSending = true;
    this.outgoing ??= await this.next();
    const isDelivered = this.outgoing !== null && (await this.attempt(this.outgoing));
    this.isSending = false;
    this.onProgress();
    const hasMore = !this.isSpoolEmpty || this.parts.queue.waiting >= this.parts.batchSize;
    if (!isDelivered || hasMore) this.pump();
  }

  /** The spool first: what is in it is older. */
  private async next(): Promise<Outgoing | null> {
    const { spool, queue, source, batchSize } = this.parts;
    await this.spilling;
    for (let found = await spool?.next(); found; found = await spool?.next()) {
      if ('lost' in found) this.giveUpSpooled(found.lost);
      else if (found.batch) return Outgoing.fromSpool(found, found.batch);
      else {
        this.giveUpSpooled(found.counts);
        await spool?.remove(found);
      }
    }
    return queue.waiting > 0 ? Outgoing.fromQueue(queue.take(batchSize), source) : null;
  }

  private giveUpSpooled(counts: KindCounts): void {
    for (const kind of EVENT_KINDS) this.parts.tally.givenUp(kind, 'spooled', 'spool-corrupt', counts[kind]);
  }

  private async attempt(outgoing: Outgoing): Promise<boolean> {
    outgoing.sending();
    const result = await this.parts.transport.send(outgoing.batch).catch(() => null);
    await outgoing.spilling;
    if (this.isStopped) return false;
    if (result) this.parts.cost.stored(outgoing.sentFor);
    if (result) await this.settle(outgoing, result);
    else this.postpone(outgoing);
    return result !== null;
  }

  private async settle({ counts, taken, record }: Outgoing, { stored }: WriteResult): Promise<void> {
    const { tally, queue, spool } = this.parts;
    const place = taken ? 'buffered' : 'spooled';
    for (const kind of EVENT_KINDS) {
      const kept = Math.min(counts[kind], stored[kind]);
      tally.stored(kind, place, kept);
      tally.givenUp(kind, place, 'refused', counts[kind] - kept);
    }
    this.outgoing = null;
    this.isAway = false;
    if (taken) queue.release(taken);
    if (record) await spool?.remove(record);
  }

  private postpone(outgoing: Outgoing): void {
    outgoing.failures++;
    this.isAway = true;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.pump();
    }, backoffMs(outgoing.failures)).unref();
  }

  private cancelRetry(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
  }
}
