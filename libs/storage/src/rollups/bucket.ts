import { APDEX_TARGET_MS } from '@scitex/monitoring-contracts';
import { binOf } from './histogram.js';

/** What the events of a series in a minute, hour or day amount to. */
export class Bucket {
  count = 0;
  failed = 0;
  /** Within the apdex target, and within four times of it. */
  satisfied = 0;
  tolerating = 0;
  sum = 0;
  min = Infinity;
  max = -Infinity;
  /** How many values are in a bin, by its number. */
  readonly histogram = new Map<number, number>();
  /** How many have a status, by its code; 0 stands for none. */
  readonly statuses = new Map<number, number>();

  /** @param weight how many events there are that are alike */
  add(value: number, weight: number, status: number, hasFailed: boolean): void {
    this.count += weight;
    if (hasFailed) this.failed += weight;
    if (value <= APDEX_TARGET_MS) this.satisfied += weight;
    else if (value <= 4 * APDEX_TARGET_MS) this.tolerating += weight;
    this.sum += value * weight;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    increase(this.histogram, binOf(value), weight);
    increase(this.statuses, status, weight);
  }

  /** Another bucket, of the events of both. */
  merged(other: Bucket): Bucket {
    const both = new Bucket();
    for (const part of [this, other]) both.include(part);
    return both;
  }

  /** Counts the events of another bucket too. */
  include(other: Bucket): void {
    this.count += other.count;
    this.failed += other.failed;
    this.satisfied += other.satisfied;
    this.tolerating += other.tolerating;
    this.sum += other.sum;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
    for (const [bin, count] of other.histogram) increase(this.histogram, bin, count);
    for (const [status, count] of other.statuses) increase(this.statuses, status, count);
  }
}

function increase(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
