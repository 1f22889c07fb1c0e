import type { Batch, Source } from '@scitex/monitoring-contracts';
import { randomUUID } from 'node:crypto';
import type { Taken } from './event-queue.js';
import { countsOf, type KindCounts } from './kind-counts.js';
import type { ReadRecord, SpoolRecord } from './spool/segment.js';

/** The batch that is the next to be stored, until it is: under one id, however often and from wherever it is sent. */
export class Outgoing {
  failures = 0;
  /** While it is being written to the spool. */
  spilling: Promise<void> | null = null;
  private sentAt = Infinity;

  private constructor(
    readonly batch: Batch,
    /** Events of it that are accounted for. */
    public counts: KindCounts,
    /** What it holds of the queue; null once it is on the disk. */
    public taken: Taken | null,
    public record: SpoolRecord | null,
  ) {}

  static fromQueue(taken: Taken, source: Source): Outgoing {
    const batch = { id: randomUUID(), source, ...taken.events };
    return new Outgoing(batch, countsOf(taken.events), taken, null);
  }

  static fromSpool(record: ReadRecord, batch: Batch): Outgoing {
    return new Outgoing(batch, record.counts, null, record);
  }

  sending(): void {
    this.sentAt = performance.now();
  }

  /** Milliseconds since it was last sent. */
  get sentFor(): number {
    return performance.now() - this.sentAt;
  }

  /** The store did not take it, or has been asked for longer than `patienceMs`. */
  isStuck(patienceMs: number): boolean {
    return this.failures > 0 || this.sentFor > patienceMs;
  }
}
