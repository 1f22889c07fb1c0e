import type { EventKind, Events } from '@scitex/monitoring-contracts';
import { approximateBytes } from './event-size.js';

interface Entry {
  readonly kind: EventKind;
  readonly event: Events[EventKind][number];
  readonly bytes: number;
}

/** What left the queue together; its room is free again once it is released. */
export interface Taken {
  readonly events: Events;
  readonly count: number;
  readonly bytes: number;
  readonly entries: readonly Entry[];
}

/** Bytes sent at once at most, so that one batch stays one reasonable statement. */
const MAX_BATCH_BYTES = 8 * 1024 * 1024;

/** First in, first out, bounded by count and by bytes; what is taken counts until it is released. */
export class EventQueue {
  private entries: Entry[] = [];
  private heldCount = 0;
  private heldBytes = 0;

  constructor(private readonly limits: { readonly maxEvents: number; readonly maxBytes: number }) {}

  /** Events that wait, without those taken. */
  get waiting(): number {
    return this.entries.length;
  }

  /** Events that are not released yet: those that wait, and those taken. */
  get held(): number {
    return this.heldCount;
  }

  /** Their bytes, approximately. */
  get bytes(): number {
    return this.heldBytes;
  }

  /** @returns false when there is no room: the event is not kept. */
  offer<K extends EventKind>(kind: K, event: Events[K][number]): boolean {
    if (this.heldCount >= this.limits.maxEvents) return false;
    const bytes = approximateBytes(event);
    if (this.heldBytes + bytes > this.limits.maxBytes) return false;
    this.entries.push({ kind, event, bytes });
    this.heldCount++;
    this.heldBytes += bytes;
    return true;
  }

  take(maxCount: number): Taken {
    let count = 0;
    let bytes = 0;
    for (const entry of this.entries) {
      if (count === maxCount || (count > 0 && bytes + entry.bytes > MAX_BATCH_BYTES)) break;
      count++;
      bytes += entry.bytes;
    }
    const events = { metrics: [], errors: [], apiCalls: [], activities: [] } satisfies Events;
    const entries = this.entries.splice(0, count);
    for (const { kind, event } of entries) (events[kind] as (typeof event)[]).push(event);
    return { events, count, bytes, entries };
  }

  /** They are the first again. */
  putBack({ entries }: Taken): void {
    this.entries = [...entries, ...this.entries];
  }

  release({ count, bytes }: Taken): void {
    this.heldCount -= count;
    this.heldBytes -= bytes;
  }
}
