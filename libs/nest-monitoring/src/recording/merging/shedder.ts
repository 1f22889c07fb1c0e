import type { EventKind, Events } from '@scitex/monitoring-contracts';
import { approximateBytes } from '../event-size.js';
import { likenessOf } from './likeness.js';
import { Reservoir } from './reservoir.js';
import { withoutDetail } from './without-detail.js';

type AnyEvent = Events[EventKind][number];

/** Takes a row that is to be stored: an event, or one that stands for several. */
export type Admit = (kind: EventKind, row: AnyEvent) => void;

interface Merged {
  readonly kind: EventKind;
  readonly events: Reservoir<AnyEvent>;
}

/** What is held back until the next drain, at most. */
const MAX_ROWS = 5_000;
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Stands before the queue while the host is overloaded. It takes the detail off events, and of alike ones it keeps a
 * few that stand for the others: what is not kept costs neither memory, nor the making and storing of a row.
 */
export class Shedder {
  /** Alike events that are kept between two drains; with `Infinity` none is merged. */
  rowsPerKey = Infinity;
  private readonly merged = new Map<string, Merged>();
  private rows = 0;
  private bytes = 0;

  constructor(
    private readonly admit: Admit,
    private readonly random: () => number = Math.random,
  ) {}

  take<K extends EventKind>(kind: K, event: Events[K][number]): void {
    const brief = withoutDetail(kind, event);
    const key = this.rowsPerKey === Infinity ? null : likenessOf(kind, brief);
    if (key === null) return this.admit(kind, brief);
    if (!this.reservoir(kind, key).add(brief)) return;
    this.rows++;
    this.bytes += approximateBytes(brief);
    if (this.rows >= MAX_ROWS || this.bytes >= MAX_BYTES) this.drain();
  }

  /** Passes on what is held back. */
  drain(): void {
    const all = [...this.merged.values()];
    this.merged.clear();
    this.rows = 0;
    this.bytes = 0;
    for (const { kind, events } of all) for (const row of events.weighed()) this.admit(kind, row);
  }

  private reservoir(kind: EventKind, key: string): Reservoir<AnyEvent> {
    const found = this.merged.get(key);
    if (found) return found.events;
    const events = new Reservoir<AnyEvent>(this.rowsPerKey, this.random);
    this.merged.set(key, { kind, events });
    return events;
  }
}
