import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { announcementSchema, type Announcement } from '@scitex/monitoring-contracts';
import pg from 'pg';
import type { ListenerOptions } from './announcement-listener.js';
import { CHANNEL } from './channel.js';

const ANSWER_MS = 5_000;
/** A connection that a firewall has forgotten breaks no sooner than it is used. */
const PROBE_EVERY_MS = 15_000;

const UNHEARD =
  'PostgreSQL does not deliver notifications: give DATABASE_URL the address of PostgreSQL itself, or of a pooler in session mode.';

/** What pg's client has, also while it connects, and its type definitions leave out. */
interface Connected {
  readonly connection: { readonly stream: { destroy(): void } };
}

interface Told {
  heard(announcement: Announcement): void;
  listening(): void;
}

/** One connection that listens, for as long as it holds. */
export class Hearing {
  readonly #client: pg.Client;
  readonly #told: Told;
  readonly #over = new AbortController();
  readonly #echoes = new EventEmitter();
  /** A channel of its own, on which it hears itself. */
  readonly #echo = `${CHANNEL}_${randomBytes(16).toString('hex')}`;

  constructor({ url, applicationName }: Required<ListenerOptions>, told: Told) {
    // Not handed over as a literal: pg reads query_timeout, and its types do not know it.
    const config = {
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    };
    this.#client = new pg.Client(config);
    this.#told = told;
    this.#client.on('error', (error) => this.#over.abort(error));
    this.#client.on('end', () => this.#over.abort(new Error('The connection ended.')));
    this.#client.on('notification', (notification) => this.#hear(notification));
  }

  /** @returns why it broke */
  async untilItBreaks(stopped: AbortSignal): Promise<Error> {
    const stop = () => this.#break();
    stopped.addEventListener('abort', stop);
    try {
      await this.#client.connect();
      await this.#client.query(`LISTEN ${CHANNEL}; LISTEN ${this.#echo}`);
      await this.#probe();
      this.#told.listening();
      return await this.#keepProbing();
    } catch (error) {
      const reason: unknown = this.#over.signal.aborted ? this.#over.signal.reason : error;
      return reason instanceof Error ? reason : new Error(String(reason));
    } finally {
      stopped.removeEventListener('abort', stop);
      this.#break();
    }
  }

  async #keepProbing(): Promise<never> {
    for (;;) {
      await setTimeout(PROBE_EVERY_MS, undefined, { signal: this.#over.signal, ref: false });
      await this.#probe();
    }
  }

  /** A pooler may take the LISTEN and never deliver; so the connection must hear itself. */
  async #probe(): Promise<void> {
    const timeout = AbortSignal.timeout(ANSWER_MS);
    const echoed = once(this.#echoes, 'echo', { signal: AbortSignal.any([timeout, this.#over.signal]) });
    const said = this.#client.query(
      `SELECT pg_notify($1, '') FROM set_config('synchronous_commit', 'off', true)`,
      [this.#echo],
    );
    await Promise.all([said, echoed]).catch((error: unknown) => {
      throw timeout.aborted ? new Error(UNHEARD) : error;
    });
  }

  #hear({ channel, payload }: pg.Notification): void {
    if (channel === this.#echo) this.#echoes.emit('echo');
    const announcement = announcementSchema.safeParse(parse(payload));
    if (channel === CHANNEL && announcement.success) this.#told.heard(announcement.data);
  }

  #break(): void {
    this.#over.abort(new Error('The listener was stopped.'));
    (this.#client as unknown as Connected).connection.stream.destroy();
  }
}

/** Every account of the database may announce what it likes. */
function parse(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return undefined;
  }
}
