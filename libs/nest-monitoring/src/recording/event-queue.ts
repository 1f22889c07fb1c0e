import type { EventKind, Events } from '@scitex/monitoring-contracts';
import { approximateBytes } from './event-size.js';

type AnyEvent = Events[EventKind][number];

/** What left the queue together; its room is free again once it is released. */
export interface Taken {
  readonly events: Events;
  readonly count: number;
  readonly bytes: number;
  readonly entries: Entries;
}

/** Events in the order they came. In columns: an object more for each event is work for the garbage collector. */
interface Entries {
  kinds: EventKind[];
  events: AnyEvent[];
  bytes: number[];
}

/** Bytes sent at once at most, so that one batch stays one reasonable statement. */
const MAX_BATCH_BYTES = 8 * 1024 * 1024;

/** First in, first out, bounded by count and by bytes; what is taken counts until it is released. */
export class EventQueue {
  private entries: Entries = { kinds: [], events: [], bytes: [] };
  private heldCount = 0;
  private heldBytes = 0;

  constructor(private readonly limits: { readonly maxEvents: number; readonly maxBytes: number }) {}

  /** Events that wait, without those taken. */
  get waiting(): number {
    return this.entries.events.length;
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
    const { entries } = this;
    entries.kinds.push(kind);
    entries.events.push(event);
    entries.bytes.push(bytes);
    this.heldCount++;
    this.heldBytes += bytes;
    return true;
  }

  take(maxCount: number): Taken {
    const { count, bytes } = this.measure(maxCount);
    const entries = {
      kinds: this.entries.kinds.splice(0, count),
      events: this.entries.events.splice(0, count),
      bytes: this.entries.bytes.splice(0, count),
    };
    return { events: byKind(entries), count, bytes, entries };
  }

  /** They are the first again. */
  putBack({ entries }: Taken): void {
    this.entries = {
      kinds: [...entries.kinds, ...this.entries.kinds],
      events: [...entries.events, ...this.entries.events],
      bytes: [...entries.bytes, ...this.entries.bytes],
    };
  }

  release({ count, bytes }: Taken): void {
    this.heldCount -= count;
    this.heldBytes -= bytes;
  }

  /** How many of the first events go into one batch: one at least, where there is any. */
  private measure(maxCount: number): { count: number; bytes: number } {
    let count = 0;
    let bytes = 0;
    for (const size of this.entries.bytes) {
      if (count === maxCount || (count > 0 && bytes + size > MAX_BATCH_BYTES)) break;
      count++;
      bytes += size;
    }
    return { count, bytes };
  }
}

function byKind({ kinds, events }: Entries): Events {
  const sorted: Record<EventKind, AnyEvent[]> = { metrics: [], errors: [], apiCalls: [], activities: [] };
  // Events lie beside their kinds, as offer() had them: the types of the two columns cannot say so.
  for (const [index, event] of events.entries()) sorted[kinds[index] as EventKind].push(event);
  return sorted as unknown as Events;
}
