import { randomInt } from 'node:crypto';

/** An entry is who was there, in 8 bytes, and how often, in 4: as the store has it. */
const ENTRY_BYTES = 12;

/** Odd, and nobody's to know: names are chosen by the users of a monitored app, who could choose those that collide. */
const SCATTER = 2 * randomInt(2 ** 30, 2 ** 31) + 1;

export interface Visitor {
  /** As the store has it: a signed number of 64 bits. */
  readonly id: bigint;
  readonly count: number;
}

/**
 * Who was there in several buckets, and how often in all: added up here, since PostgreSQL takes twenty times as long for
 * half a million entries. A hash table in typed arrays, with linear probing.
 */
export class MergedVisitors {
  #bits = 10;
  #high = new Uint32Array(2 ** this.#bits);
  #low = new Uint32Array(2 ** this.#bits);
  /** 0 where there is nobody. */
  #counts = new Float64Array(2 ** this.#bits);
  /** The group in which each was met last. */
  #met = new Uint32Array(2 ** this.#bits);
  #group = 0;
  /** What the buckets of that group have in common. */
  #of: unknown;
  #size = 0;

  /** How many visitors there are in all. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds the entries of a bucket.
   * @param of what it has in common with others, which are to come one after the other
   * @returns how many visitors it has that none of those before had
   */
  add(entries: Buffer, of: unknown): number {
    if (of !== this.#of) this.#group++;
    this.#of = of;
    const view = new DataView(entries.buffer, entries.byteOffset, entries.length);
    let visitors = 0;
    for (let at = 0; at < entries.length; at += ENTRY_BYTES) {
      const slot = this.#slotOf(view.getUint32(at), view.getUint32(at + 4));
      this.#counts[slot] = (this.#counts[slot] ?? 0) + view.getUint32(at + 8);
      if (this.#met[slot] === this.#group) continue;
      this.#met[slot] = this.#group;
      visitors++;
    }
    return visitors;
  }

  /** Those who were there most often, and all who were as often as the last of them. */
  top(most: number): Visitor[] {
    const least = this.#countOf(most);
    const visitors: Visitor[] = [];
    for (const [slot, count] of this.#counts.entries())
      if (count >= least) visitors.push({ id: this.#idAt(slot), count });
    return visitors;
  }

  /** How often the one was there who comes at a place, or the last who comes at all. */
  #countOf(place: number): number {
    const highest: number[] = [];
    for (const count of this.#counts) {
      if (count === 0 || (highest.length === place && count <= (highest[0] ?? 0))) continue;
      highest.push(count);
      highest.sort((a, b) => a - b);
      if (highest.length > place) highest.shift();
    }
    return highest[0] ?? Infinity;
  }

  #idAt(slot: number): bigint {
    return BigInt.asIntN(64, (BigInt(this.#high[slot] ?? 0) << 32n) | BigInt(this.#low[slot] ?? 0));
  }

  /** Where a visitor is, or has a place from now on. */
  #slotOf(high: number, low: number): number {
    if (2 * this.#size >= this.#counts.length) this.#grow();
    const slot = this.#find(high, low);
    if (this.#counts[slot] === 0) {
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#size++;
    }
    return slot;
  }

  #find(high: number, low: number): number {
    const mask = this.#counts.length - 1;
    let slot = Math.imul(high ^ low, SCATTER) >>> (32 - this.#bits);
    while (this.#counts[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [high, low, counts, met] = [this.#high, this.#low, this.#counts, this.#met];
    this.#bits++;
    this.#high = new Uint32Array(2 ** this.#bits);
    this.#low = new Uint32Array(2 ** this.#bits);
    this.#counts = new Float64Array(2 ** this.#bits);
    this.#met = new Uint32Array(2 ** this.#bits);
    for (let old = 0; old < counts.length; old++) {
      if (counts[old] === 0) continue;
      const slot = this.#find(high[old] ?? 0, low[old] ?? 0);
      this.#high[slot] = high[old] ?? 0;
      this.#low[slot] = low[old] ?? 0;
      this.#counts[slot] = counts[old] ?? 0;
      this.#met[slot] = met[old] ?? 0;
    }
  }
}
