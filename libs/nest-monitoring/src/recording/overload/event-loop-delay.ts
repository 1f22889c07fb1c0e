import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

/** How often the native timer looks, in milliseconds. What it measures is the time between two looks. */
const RESOLUTION_MS = 20;
const NANOSECONDS = 1e6;

/**
 * The delay of the event loop. Fifty wake-ups a second would cost an idle process 0.25 % of a core, so the native
 * timer runs only while the loop is busy for long enough that a delay worth knowing is possible at all.
 */
export class EventLoopDelay {
  private readonly histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private isMeasuring = false;
  private readAt = performance.now();
  private active = performance.eventLoopUtilization().active;

  /** @param worthMs the shortest delay that has to be found */
  constructor(private readonly worthMs: number) {}

  /** The 99th percentile since the last call, in milliseconds; null where no delay can have been as long as `worthMs`. */
  read(): number | null {
    const now = performance.now();
    const { active } = performance.eventLoopUtilization();
    const delay = this.isMeasuring ? this.measured(now - this.readAt) : null;
    if (active - this.active >= this.worthMs) this.begin();
    else this.stop();
    this.readAt = now;
    this.active = active;
    return delay;
  }

  stop(): void {
    if (this.isMeasuring) this.histogram.disable();
    this.isMeasuring = false;
  }

  /** Without a single look, one delay filled the whole time: the histogram leaves out the interval that it begins in. */
  private measured(elapsed: number): number {
    const { histogram } = this;
    if (histogram.count === 0) return elapsed;
    return Math.max(0, histogram.percentile(99) / NANOSECONDS - RESOLUTION_MS);
  }

  private begin(): void {
    if (this.isMeasuring) this.histogram.reset();
    else this.histogram.enable();
    this.isMeasuring = true;
  }
}
