import type { Batch, CollectorReport, ErrorEvent, Source } from '@scitex/monitoring-contracts';
import { randomUUID } from 'node:crypto';
import type { Transport, WriteResult } from '../../transport/transport.js';

/** What the recorder dropped is never sent, and must not be waited for without end. */
const MAX_WATCHED = 1_000;

/**
 * A transport that knows which of the events it was told to watch have not reached the store yet, so that a process
 * that is about to die can save them: under the id that they are being sent under, and so never stored twice.
 */
export class UnsentEvents implements Transport {
  private readonly waiting = new Set<ErrorEvent>();
  private inFlight: Batch | null = null;
  private failed = false;

  constructor(
    private readonly transport: Transport,
    private readonly source: Source,
  ) {}

  /** The last attempt to send failed: another one would keep a dying process waiting in vain. */
  get isStoreAway(): boolean {
    return this.failed;
  }

  watch(event: ErrorEvent): void {
    if (this.waiting.size < MAX_WATCHED) this.waiting.add(event);
  }

  /** Nothing, where all that is watched has been stored. */
  batches(): Batch[] {
    const sent = this.inFlight?.errors.filter((event) => this.waiting.has(event)) ?? [];
    const errors = [...this.waiting].filter((event) => !sent.includes(event));
    return [
      ...(this.inFlight && sent.length > 0 ? [this.inFlight] : []),
      ...(errors.length > 0 ? [this.batchOf(errors)] : []),
    ];
  }

  async send(batch: Batch): Promise<WriteResult> {
    this.inFlight = batch;
    try {
      const result = await this.transport.send(batch);
      this.forget(batch);
      this.failed = false;
      return result;
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  /** What lies on the disk is the spool's to bring to the store. */
  spooled(batch: Batch): void {
    this.forget(batch);
  }

  async report(report: CollectorReport): Promise<void> {
    await this.transport.report?.(report);
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private forget(batch: Batch): void {
    for (const event of batch.errors) this.waiting.delete(event);
    if (this.inFlight?.id === batch.id) this.inFlight = null;
  }

  private batchOf(errors: readonly ErrorEvent[]): Batch {
    return { id: randomUUID(), source: this.source, metrics: [], errors, apiCalls: [], activities: [] };
  }
}
