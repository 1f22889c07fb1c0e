import { binOf, COUNT_BITS, valueOf } from './histogram.js';

const BINS = binOf(Number.MAX_SAFE_INTEGER) + 1;
/** In the binary form of an array, before its entries; without any it has nothing more than the first three fields. */
const HEADER_BYTES = 20;
const EMPTY_BYTES = 12;
/** An entry is its length, 8, and itself. */
const ENTRY_BYTES = 12;
const LOW = 2 ** 32;
const HIGH_BITS = COUNT_BITS - 32;
const HIGH_MASK = (1 << HIGH_BITS) - 1;

/**
 * How many events are in which bin, of bigint arrays in PostgreSQL's binary form (`array_send`), one after the other.
 * They are added up here, since PostgreSQL takes ten times as long for a hundred thousand entries.
 */
export class MergedHistogram {
  readonly #counts = new Float64Array(BINS);
  #count = 0;
  #first = BINS;
  #last = -1;

  add(arrays: Buffer): this {
    for (let at = 0; at < arrays.length;) {
      const hasEntries = arrays.readInt32BE(at) > 0;
      const entries = hasEntries ? arrays.readInt32BE(at + 12) : 0;
      at += hasEntries ? HEADER_BYTES : EMPTY_BYTES;
      for (const end = at + entries * ENTRY_BYTES; at < end; at += ENTRY_BYTES) {
        const high = arrays.readUInt32BE(at + 4);
        this.#increase(high >>> HIGH_BITS, (high & HIGH_MASK) * LOW + arrays.readUInt32BE(at + 8));
      }
    }
    return this;
  }

  /** Counts nothing again: made anew for each of hundreds of groups, they would be most of what is garbage. */
  reset(): this {
    this.#counts.fill(0, this.#first, this.#last + 1);
    this.#count = 0;
    this.#first = BINS;
    this.#last = -1;
    return this;
  }

  /** Counts the events of another one too. */
  include(other: MergedHistogram): this {
    for (const [bin, count] of other.bins()) this.#increase(bin, count);
    return this;
  }

  /** The bins that there are events in, in their order, and how many. */
  *bins(): Generator<[bin: number, count: number]> {
    for (let bin = this.#first; bin <= this.#last; bin++) {
      const count = this.#counts[bin] ?? 0;
      if (count > 0) yield [bin, count];
    }
  }

  /**
   * As `percentile_cont` has it: between the two events around the rank, which begins at 0. At most 1.6 % off, and never
   * outside of the bounds.
   */
  percentile(fraction: number, { min, max }: { readonly min: number; readonly max: number }): number {
    const rank = fraction * (this.#count - 1);
    const low = this.#valueAt(Math.floor(rank));
    const high = this.#valueAt(Math.ceil(rank));
    return Math.min(Math.max(low + (high - low) * (rank - Math.floor(rank)), min), max);
  }

  #increase(bin: number, count: number): void {
    this.#counts[bin] = (this.#counts[bin] ?? 0) + count;
    this.#count += count;
    if (bin < this.#first) this.#first = bin;
    if (bin > this.#last) this.#last = bin;
  }

  #valueAt(rank: number): number {
    let upTo = 0;
    for (let bin = this.#first; bin <= this.#last; bin++) {
      upTo += this.#counts[bin] ?? 0;
      if (upTo > rank) return valueOf(bin);
    }
    return NaN;
  }
}
