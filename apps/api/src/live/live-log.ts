import { randomBytes } from 'node:crypto';
import type { Announcement, LiveError, LiveHealth, LiveQuery } from '@scitex/monitoring-contracts';
import { Subject } from 'rxjs';

/** Something that streams tell of. `gap`: announcements were missed until now. `deaf`: they are missed from now on. */
export type Entry =
  | ({ readonly kind: 'stored' } & Pick<Announcement, 'app' | 'environment' | 'stored'>)
  | { readonly kind: 'error'; readonly error: LiveError }
  | { readonly kind: 'health'; readonly scope: LiveQuery; readonly change: LiveHealth }
  | { readonly kind: 'gap' | 'deaf' };

export interface Unread {
  readonly entries: readonly Entry[];
  /** Whether older ones were forgotten before they were read. */
  readonly isShort: boolean;
}

const MAX_ENTRIES = 1000;

/**
 * What happened last, once for all streams: each remembers only up to where it has told of it. So a slow reader costs
 * no memory, and one that comes back after a cut goes on where it was.
 */
export class LiveLog {
  /** Tells the places of this log from those of another server, or of this one before it was started again. */
  private readonly name = randomBytes(6).toString('hex');
  private readonly entries: { readonly entry: Entry; readonly time: number }[] = [];
  private forgotten = 0;
  private deaf = true;

  /** Emits when there is something to read. */
  readonly appended = new Subject<void>();

  /** The place after the newest entry. */
  get end(): number {
    return this.forgotten + this.entries.length;
  }

  /** Whether announcements are being missed. */
  get isDeaf(): boolean {
    return this.deaf;
  }

  append(entry: Entry): void {
    if (entry.kind === 'gap' || entry.kind === 'deaf') this.deaf = entry.kind === 'deaf';
    this.entries.push({ entry, time: Date.now() });
    if (this.entries.length > MAX_ENTRIES) {
      this.entries.shift();
      this.forgotten += 1;
    }
    this.appended.next();
  }

  /** What came at a place and after it. */
  read(place: number): Unread {
    const from = place - this.forgotten;
    return { entries: this.entries.slice(Math.max(from, 0)).map(({ entry }) => entry), isShort: from < 0 };
  }

  /** The place of the first entry that is no older than that. */
  placeAt(ageMs: number): number {
    const since = Date.now() - ageMs;
    const index = this.entries.findIndex(({ time }) => time >= since);
    return index < 0 ? this.end : this.forgotten + index;
  }

  /** The id of the event after which a stream stands at that place. */
  idOf(place: number): string {
    return `${this.name}-${place}`;
  }

  /** The place that an id stands for; undefined where it is not of this log. */
  placeOf(id: string): number | undefined {
    const [name, place] = id.split('-');
    if (name !== this.name || !place || !/^\d{1,15}$/.test(place)) return undefined;
    return Math.min(Number(place), this.end);
  }
}
