import { setTimeout } from 'node:timers/promises';
import type { Announcement } from '@scitex/monitoring-contracts';
import { Hearing } from './hearing.js';

/** Whom a listener tells what it hears. */
export interface Ear {
  /** A batch was stored. */
  heard(announcement: Announcement): void;
  /** From now on every announcement is heard; those since `deaf`, or since the start, were missed. */
  listening(): void;
  /** Nothing is heard until the next `listening`; the listener goes on trying. */
  deaf(reason: Error): void;
}

export interface ListenerOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** How PostgreSQL names the connection in `pg_stat_activity`. */
  readonly applicationName?: string;
}

const BACKOFF_MS = { first: 250, most: 10_000 } as const;

/**
 * Listens to what writers announce, on one connection of its own, which it opens again whenever it breaks.
 * @example
 * const listener = new AnnouncementListener({ url }, ear);
 * listener.start();
 * await listener.stop();
 */
export class AnnouncementListener {
  readonly #options: Required<ListenerOptions>;
  readonly #ear: Ear;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor({ url, applicationName = 'scitex-monitoring-listener' }: ListenerOptions, ear: Ear) {
    this.#options = { url, applicationName };
    this.#ear = ear;
  }

  start(): void {
    this.#running = this.#run(this.#stop.signal);
  }

  /** Resolves once the connection is closed. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(stopped: AbortSignal): Promise<void> {
    let delay: number = BACKOFF_MS.first;
    const listening = () => {
      delay = BACKOFF_MS.first;
      this.#ear.listening();
    };
    while (!stopped.aborted) {
      const heard = (announcement: Announcement) => this.#ear.heard(announcement);
      const reason = await new Hearing(this.#options, { heard, listening }).untilItBreaks(stopped);
      if (stopped.aborted) return;
      this.#ear.deaf(reason);
      await pause(delay, stopped);
      delay = Math.min(delay * 2, BACKOFF_MS.most);
    }
  }
}

/** Half of it at least, and the rest by chance, so that the servers of one store do not come back all at once. */
async function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  await setTimeout(milliseconds * (0.5 + Math.random() / 2), undefined, {
    signal: stopped,
    ref: false,
  }).catch(() => undefined);
}
