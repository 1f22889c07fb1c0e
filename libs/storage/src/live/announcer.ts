import type { Announcement } from '@scitex/monitoring-contracts';
import type pg from 'pg';
import { CHANNEL } from './channel.js';

/** Nobody waits for longer than this to say what others learn a little later anyway. */
const TIMEOUT_MS = 1_000;

/** After a failure this long nothing is announced: a store without NOTIFY, or a slow one, is not asked for each batch. */
const PAUSE_MS = 5_000;

/**
 * Announces what was stored, after its commit and in a transaction of its own, for three reasons. NOTIFY fails at COMMIT
 * where the queue is full, and would take the batch along. It holds one lock of the whole server until the commit is on
 * disk, so that writers would wait for each other; alone it need not reach the disk. And a store without NOTIFY still
 * stores. The price: who is killed between the two announces nothing, and pages learn of that batch when they next read.
 */
export class Announcer {
  readonly #pool: pg.Pool;
  #quietUntil = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Never fails. */
  async announce(announcement: Announcement): Promise<void> {
    if (performance.now() < this.#quietUntil) return;
    // Not handed over as a literal: pg reads query_timeout, and its types do not know it.
    const statement = {
      text: ANNOUNCE,
      values: [CHANNEL, JSON.stringify(announcement)],
      query_timeout: TIMEOUT_MS,
    };
    await this.#pool.query(statement).catch(() => {
      this.#quietUntil = performance.now() + PAUSE_MS;
    });
  }
}

const ANNOUNCE = `
  SELECT pg_notify($1, $2)
  FROM set_config('synchronous_commit', 'off', true) AS durability,
    set_config('lock_timeout', '${TIMEOUT_MS / 2}', true) AS patience`;
