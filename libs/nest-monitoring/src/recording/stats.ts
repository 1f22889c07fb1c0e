import { EVENT_KINDS, type DropReason, type EventCounts, type EventKind } from '@scitex/monitoring-contracts';
import { mapKinds } from './kind-counts.js';

/** Where an event waits. */
export type Place = 'buffered' | 'spooled';

/** The counts of all events, and those of each kind. */
export interface MonitoringStats extends EventCounts {
  readonly kinds: Readonly<Record<EventKind, EventCounts>>;
}

/** The books of the recorder: an event is moved, never lost. */
export class Tally {
  private readonly books = mapKinds(() => ({
    captured: 0,
    stored: 0,
    buffered: 0,
    spooled: 0,
    dropped: {} as Partial<Record<DropReason, number>>,
  }));

  buffered(kind: EventKind): void {
    this.books[kind].captured++;
    this.books[kind].buffered++;
  }

  /** An event that was dropped before it was buffered. */
  turnedAway(kind: EventKind, reason: DropReason): void {
    this.books[kind].captured++;
    this.addDropped(kind, reason, 1);
  }

  /** Events that an earlier process left on the disk. */
  adopted(kind: EventKind, count: number): void {
    this.books[kind].captured += count;
    this.books[kind].spooled += count;
  }

  spooled(kind: EventKind, count: number): void {
    this.books[kind].buffered -= count;
    this.books[kind].spooled += count;
  }

  stored(kind: EventKind, from: Place, count: number): void {
    this.books[kind][from] -= count;
    this.books[kind].stored += count;
  }

  /** Events that were dropped where they waited. */
  givenUp(kind: EventKind, from: Place, reason: DropReason, count: number): void {
    this.books[kind][from] -= count;
    this.addDropped(kind, reason, count);
  }

  bufferedOf(kind: EventKind): number {
    return this.books[kind].buffered;
  }

  stats(): MonitoringStats {
    const kinds = mapKinds<EventCounts>((kind) => {
      const book = this.books[kind];
      return { ...book, dropped: { ...book.dropped } };
    });
    return { ...EVENT_KINDS.map((kind) => kinds[kind]).reduce(sum), kinds };
  }

  private addDropped(kind: EventKind, reason: DropReason, count: number): void {
    if (count === 0) return;
    const { dropped } = this.books[kind];
    dropped[reason] = (dropped[reason] ?? 0) + count;
  }
}

function sum(a: EventCounts, b: EventCounts): EventCounts {
  const dropped: Partial<Record<DropReason, number>> = { ...a.dropped };
  for (const [reason, count] of Object.entries(b.dropped) as [DropReason, number][])
    dropped[reason] = (dropped[reason] ?? 0) + count;
  return {
    captured: a.captured + b.captured,
    stored: a.stored + b.stored,
    buffered: a.buffered + b.buffered,
    spooled: a.spooled + b.spooled,
    dropped,
  };
}
