import { Bucket } from './bucket.js';
import { UNITS, type Unit } from './rollup-kind.js';

/** Buckets by their beginnings, in milliseconds, that count for every one of some units. */
interface Level {
  readonly units: Unit[];
  readonly buckets: ReadonlyMap<number, Bucket>;
}

/** One series of a batch, and what the batch adds to its buckets. */
export class Series {
  readonly #minutes = new Map<number, Bucket>();
  #minute = NaN;
  #bucket = new Bucket();

  /** @param names the values of the columns that tell it apart */
  constructor(readonly names: Readonly<Record<string, unknown>>) {}

  /** The bucket of the minute that a time in milliseconds falls into: as a rule that of the event before. */
  bucketOf(timestamp: number): Bucket {
    const minute = Math.floor(timestamp / UNITS.minute) * UNITS.minute;
    if (minute === this.#minute) return this.#bucket;
    const bucket = this.#minutes.get(minute) ?? new Bucket();
    this.#minutes.set(minute, bucket);
    this.#minute = minute;
    this.#bucket = bucket;
    return bucket;
  }

  /** Counts the events of another series too. */
  include({ minutes }: Series): void {
    for (const [minute, bucket] of minutes) this.bucketOf(minute).include(bucket);
  }

  get minutes(): ReadonlyMap<number, Bucket> {
    return this.#minutes;
  }

  /** What there is to add. Most batches fall into one minute, whose bucket then serves for its hour and day too. */
  levels(units: readonly Unit[]): Level[] {
    const levels: Level[] = [];
    for (const unit of units) {
      const finer = levels.at(-1);
      const buckets = widened(finer?.buckets ?? this.#minutes, UNITS[unit]);
      if (finer?.buckets.size === buckets.size) finer.units.push(unit);
      else levels.push({ units: [unit], buckets });
    }
    return levels;
  }
}

function widened(finer: ReadonlyMap<number, Bucket>, width: number): Map<number, Bucket> {
  const wide = new Map<number, Bucket>();
  for (const [time, bucket] of finer) {
    const start = Math.floor(time / width) * width;
    const known = wide.get(start);
    wide.set(start, known ? known.merged(bucket) : bucket);
  }
  return wide;
}
