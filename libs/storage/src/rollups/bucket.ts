import { APDEX_TARGET_MS } from '@scitex/monitoring-contracts';
import { binOf } from './histogram.js';

/** What the events of a series in a minute, hour or day amount to. */
export class Bucket {
  count = 0;
  /** Within the apdex target, and within four times of it. */
  satisfied = 0;
  tolerating = 0;
  sum = 0;
  min = Infinity;
  max = -Infinity;
  /** How many values are in a bin, by its number. */
  readonly bins = new Map<number, number>();

  /** @param weight how many events have that value */
  add(value: number, weight: number): void {
    this.count += weight;
    if (value <= APDEX_TARGET_MS) this.satisfied += weight;
    else if (value <= 4 * APDEX_TARGET_MS) this.tolerating += weight;
    this.sum += value * weight;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    this.#count(binOf(value), weight);
  }

  /** Another bucket, of the events of both. */
  merged(other: Bucket): Bucket {
    const both = new Bucket();
    for (const part of [this, other]) both.#merge(part);
    return both;
  }

  #merge(other: Bucket): void {
    this.count += other.count;
    this.satisfied += other.satisfied;
    this.tolerating += other.tolerating;
    this.sum += other.sum;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
    for (const [bin, count] of other.bins) this.#count(bin, count);
  }

  #count(bin: number, count: number): void {
    this.bins.set(bin, (this.bins.get(bin) ?? 0) + count);
  }
}
