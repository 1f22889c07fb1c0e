import type { CollectorCost } from '@scitex/monitoring-contracts';

/** A pair of readings costs 0.1 µs: too much for every request, nothing for one in sixteen. */
const SAMPLED = 16;
const KEPT = 256;

/** A thread that is set aside for another process in the midst of a few microseconds comes back milliseconds later. */
const UNDISTURBED = 0.95;

/** The newest measurements, so that what a cold start cost is forgotten. */
class Recent {
  private readonly values = new Float64Array(KEPT);
  private count = 0;

  add(value: number): void {
    this.values[this.count++ % KEPT] = value;
  }

  /** The mean of the lowest `share` of them; null before the first. */
  mean(share: number): number | null {
    const sorted = this.values.slice(0, this.count).sort();
    const kept = sorted.subarray(0, Math.ceil(sorted.length * share));
    return kept.length === 0 ? null : kept.reduce((sum, value) => sum + value, 0) / kept.length;
  }
}

/**
 * Times one in sixteen runs of a piece of synchronous work.
 * @example const startedAt = timer.start(); work(); timer.stop(startedAt);
 */
export class SampledTimer {
  private readonly recent = new Recent();
  private runs = 0;

  /** @returns what `stop` is told: 0 for a run that is not timed */
  start(): number {
    return ++this.runs % SAMPLED === 0 ? performance.now() : 0;
  }

  stop(startedAt: number): void {
    if (startedAt !== 0) this.recent.add(performance.now() - startedAt);
  }

  /** Milliseconds a run, on average of the newest 256 that were timed but for the slowest twentieth; null before the first. */
  get mean(): number | null {
    return this.recent.mean(UNDISTURBED);
  }
}

/**
 * What the monitor costs its host. A request is held up twice: when it comes, and when it is over, which are timed
 * apart, so that nothing has to be carried from one to the other. What garbage they leave is not in it.
 */
export class CostMeter {
  readonly begins = new SampledTimer();
  readonly ends = new SampledTimer();
  private readonly deliveries = new Recent();
  private batches = 0;

  /** @param ms that a batch took to be made into rows and stored */
  stored(ms: number): void {
    this.batches++;
    this.deliveries.add(ms);
  }

  read(): Pick<CollectorCost, 'captureMicros' | 'batches' | 'storeMs'> {
    const [begin, end] = [this.begins.mean, this.ends.mean];
    const captureMicros = begin === null || end === null ? null : (begin + end) * 1_000;
    return { captureMicros, batches: this.batches, storeMs: this.deliveries.mean(1) };
  }
}
