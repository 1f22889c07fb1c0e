import type { Announcement, Source } from '@scitex/monitoring-contracts';
import type { Counts } from './write-result.js';

/** Together with the longest names, 256 characters each, well within the 8,000 bytes that PostgreSQL lets one announce. */
const MAX_GROUPS = 20;

/** The ids of the error groups that a batch made, or brought back after they had been resolved. */
export class GroupNews {
  readonly #created: string[] = [];
  readonly #regressed: string[] = [];

  add({
    created,
    regressed,
  }: {
    readonly created: readonly string[];
    readonly regressed: readonly string[];
  }): void {
    this.#created.push(...created);
    this.#regressed.push(...regressed);
  }

  /** What a batch that was stored has to say to servers that listen. */
  announcement({ app, environment }: Source, stored: Counts): Announcement {
    const created = this.#created.slice(0, MAX_GROUPS);
    const regressed = this.#regressed.slice(0, MAX_GROUPS - created.length);
    return { app, environment, stored, created, regressed };
  }
}
