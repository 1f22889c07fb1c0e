import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { Observable, share, timer } from 'rxjs';
import { Session } from '../data-session/session';
import type { LiveState } from '../util-live/live-state';
import { type LiveEvent, readLive } from './live-connection';
import { untilVisible, wait } from './wait';

/** How an attempt to read the stream ended; `hidden`: this side did it. */
type Outcome = 'good' | 'failed' | 'hidden' | 'signed-out';

const BACKOFF_MS = { first: 500, most: 10_000 } as const;
/** A stream that ended sooner was none. */
const GOOD_MS = 5_000;
/** Away for longer, the figures on the page count as stale. */
const STALE_AFTER_MS = 10_000;
/** From one page to the next the stream stays open. */
const LINGER_MS = 1_000;

/** What happens on the server, as it happens: one stream for all that follow it, and none while the tab is hidden. */
@Service()
export class Live {
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly known = signal<LiveState>({ name: 'off' });
  private lastEventId: string | undefined;
  private heardAt = new Date();
  private missingSince: Date | undefined;

  readonly state = this.known.asReadonly();

  /** @example inject(Live).events.pipe(takeUntilDestroyed()).subscribe((event) => …) */
  readonly events = new Observable<LiveEvent>((follower) => {
    const over = new AbortController();
    this.heardAt = new Date();
    void this.keepReading((event) => follower.next(event), over.signal);
    return () => {
      over.abort();
      // Who follows next reads its figures anew, and has missed nothing.
      this.lastEventId = this.missingSince = undefined;
      this.known.set({ name: 'off' });
    };
  }).pipe(share({ resetOnRefCountZero: () => timer(LINGER_MS) }));

  /** Connects again whenever the stream ends: at once after one that was good, and ever later while none is. */
  private async keepReading(tell: (event: LiveEvent) => void, over: AbortSignal): Promise<void> {
    let failures = 0;
    while (!over.aborted) {
      await untilVisible(this.document, over);
      const outcome = await this.read(tell, over);
      if (over.aborted || outcome === 'hidden') continue;
      if (outcome === 'signed-out') return this.known.set({ name: 'off' });
      failures = outcome === 'good' ? 0 : failures + 1;
      if (failures > 0) this.miss(STALE_AFTER_MS);
      const delay = Math.min(BACKOFF_MS.first * 2 ** failures, BACKOFF_MS.most);
      // By chance a little sooner, so that the pages of a server that was away do not come back all at once.
      await wait(delay * (failures > 0 ? 0.5 + Math.random() / 2 : Math.random() / 2), over);
    }
  }

  private async read(tell: (event: LiveEvent) => void, over: AbortSignal): Promise<Outcome> {
    const hidden = new AbortController();
    const hide = () => this.document.hidden && hidden.abort();
    this.document.addEventListener('visibilitychange', hide);
    let openedAt: number | undefined;
    try {
      const status = await readLive({
        token: this.session.accessToken(),
        lastEventId: this.lastEventId,
        signal: AbortSignal.any([over, hidden.signal]),
        onOpen: () => (openedAt = performance.now()),
        onHeard: () => (this.heardAt = new Date()),
        onEvent: (event, id) => this.hear(event, id, tell),
      });
      if (status === 401 && (await this.session.refresh()) === 'signed-out') return 'signed-out';
    } catch {
      if (hidden.signal.aborted) return 'hidden';
    } finally {
      this.document.removeEventListener('visibilitychange', hide);
    }
    return openedAt !== undefined && performance.now() - openedAt >= GOOD_MS ? 'good' : 'failed';
  }

  private hear(event: LiveEvent, id: string, tell: (event: LiveEvent) => void): void {
    if (id) this.lastEventId = id;
    if (event.type === 'summary' && event.data.stale) this.miss(0);
    else if (event.type === 'summary') this.catchUp();
    tell(event);
  }

  private catchUp(): void {
    this.missingSince = undefined;
    this.known.set({ name: 'live' });
  }

  private miss(staleAfterMs: number): void {
    this.missingSince ??= this.heardAt;
    const isStale = Date.now() - this.missingSince.getTime() >= staleAfterMs;
    this.known.set(isStale ? { name: 'stale', since: this.missingSince } : { name: 'reconnecting' });
  }
}
