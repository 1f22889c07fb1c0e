import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { eventId } from '../writer/event-id.js';
import { MAX_SEEN_A_DAY } from './limits.js';

/** A process has one release as a rule: this is for those that write for others. */
const MAX_KNOWN = 1000;

/**
 * The releases that this process knows to be in the store, each with the time from which it is there: so that a batch
 * of a known one costs no statement. Bounded: when it is full it is emptied, and each is looked up once more.
 */
export class SeenReleases {
  readonly #known = new Map<string, number>();

  /** The release of one batch. */
  of(source: Source): SeenRelease {
    return new SeenRelease(source, this.#known);
  }
}

/** The release that a batch comes from, and the time of the batch's earliest row. */
export class SeenRelease {
  readonly #source: Source;
  readonly #known: Map<string, number>;
  readonly #key: string;
  #earliest = Infinity;
  #isStored = false;

  constructor(source: Source, known: Map<string, number>) {
    this.#source = source;
    this.#known = known;
    this.#key = JSON.stringify([source.app, source.environment, source.release]);
  }

  /** A row of the batch that is stored. */
  add({ timestamp }: { readonly timestamp: number }): void {
    if (timestamp < this.#earliest) this.#earliest = timestamp;
  }

  /**
   * Records the release in the batch's transaction where it is new, or was seen later only. The very last of a batch: a
   * row that all instances of the release share is locked from then until the commit.
   */
  async store(client: ClientBase): Promise<void> {
    const { app, environment, release } = this.#source;
    if (!release?.trim() || this.#earliest >= (this.#known.get(this.#key) ?? Infinity)) return;
    const time = new Date(this.#earliest).toISOString();
    const id = eventId(this.#earliest).toString();
    const { rowCount } = await client.query(RECORD, [id, time, app, environment, release]);
    this.#isStored = rowCount === 1;
  }

  /** To be called once the transaction is committed: what was rolled back is not known. */
  remember(): void {
    if (!this.#isStored) return;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(this.#key, Math.min(this.#earliest, this.#known.get(this.#key) ?? Infinity));
  }
}

/**
 * No row comes back where the release is new and its app has had its share of new ones in the day before: whatever an
 * app calls its releases, the table stays small and charts can be read.
 */
const RECORD = `
  INSERT INTO monitoring.deploy AS known (id, timestamp, app, environment, release, source)
  SELECT $1::uuid, $2::timestamptz, $3, $4, $5, 'seen'
  WHERE EXISTS (
      SELECT FROM monitoring.deploy
      WHERE app = $3 AND environment = $4 AND release = $5 AND source = 'seen')
    OR (
      SELECT count(*) FROM monitoring.deploy
      WHERE app = $3 AND environment = $4 AND source = 'seen'
        AND timestamp BETWEEN $2::timestamptz - interval '1 day' AND $2::timestamptz + interval '1 day'
    ) < ${MAX_SEEN_A_DAY}
  ON CONFLICT (app, environment, release) WHERE source = 'seen'
  DO UPDATE SET timestamp = least(known.timestamp, excluded.timestamp)
  RETURNING 1`;
