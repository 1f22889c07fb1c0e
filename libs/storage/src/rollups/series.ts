import { Bucket } from './bucket.js';
import { UNIT_NAMES, UNITS, type Unit } from './rollup-kind.js';

/** One series of a batch, and what the batch adds to its buckets. */
export class Series {
  readonly #minutes = new Map<number, Bucket>();
  #minute = -1;
  #bucket = new Bucket();

  /**
   * @param ordinal its place in the batch
   * @param names the values of the columns that tell it apart
   */
  constructor(
    readonly ordinal: number,
    readonly names: Readonly<Record<string, unknown>>,
  ) {}

  /** The bucket of the minute that a time in milliseconds falls into: as a rule that of the event before. */
  bucketOf(timestamp: number): Bucket {
    const minute = Math.floor(timestamp / UNITS.minute);
    if (minute === this.#minute) return this.#bucket;
    const bucket = this.#minutes.get(minute) ?? new Bucket();
    this.#minutes.set(minute, bucket);
    this.#minute = minute;
    this.#bucket = bucket;
    return bucket;
  }

  /** The buckets of every unit, each with its beginning in milliseconds. */
  *buckets(): Generator<{ unit: Unit; start: number; bucket: Bucket }> {
    for (const unit of UNIT_NAMES)
      for (const [start, bucket] of this.#bucketsOf(UNITS[unit])) yield { unit, start, bucket };
  }

  /** Most batches fall into one minute, whose bucket then serves for the hour and the day too. */
  #bucketsOf(width: number): Map<number, Bucket> {
    const wide = new Map<number, Bucket[]>();
    for (const [minute, bucket] of this.#minutes) {
      const start = Math.floor((minute * UNITS.minute) / width) * width;
      const parts = wide.get(start);
      if (parts) parts.push(bucket);
      else wide.set(start, [bucket]);
    }
    return new Map(Array.from(wide, ([start, parts]) => [start, merged(parts)]));
  }
}

function merged(parts: readonly Bucket[]): Bucket {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const sum = new Bucket();
  for (const part of parts) sum.merge(part);
  return sum;
}
