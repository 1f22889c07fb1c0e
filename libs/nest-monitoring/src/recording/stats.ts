import { EVENT_KINDS, type EventKind } from '@scitex/monitoring-contracts';
import { mapKinds } from './kind-counts.js';

/**
 * Why an event was not stored.
 * `buffer-full`: it came while the buffer was full; `spool-full` and `spool-unwritable`: and the spool was full, or
 * its disk took nothing. `spool-corrupt`: the disk lost it. `sampled`: the option `sampling` left it out.
 * `refused`: it could not be read, or PostgreSQL would not take it. `shutdown`: the process ended before it could be stored or spooled.
 */
export type DropReason =
  'buffer-full' | 'spool-full' | 'spool-unwritable' | 'spool-corrupt' | 'sampled' | 'refused' | 'shutdown';

/** Where an event waits. */
export type Place = 'buffered' | 'spooled';

/**
 * At every moment `captured = stored + buffered + spooled + Σ dropped`. What an earlier process left in its spool
 * counts as captured by the process that takes it over, when it does.
 */
export interface Counts {
  readonly captured: number;
  readonly stored: number;
  /** Waiting or on its way to the store. */
  readonly buffered: number;
  /** Waiting on the disk, or on its way from there to the store. */
  readonly spooled: number;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}

/** The counts of all events, and those of each kind. */
export interface MonitoringStats extends Counts {
  readonly kinds: Readonly<Record<EventKind, Counts>>;
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
    const kinds = mapKinds<Counts>((kind) => {
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

function sum(a: Counts, b: Counts): Counts {
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
