import type { MonitoringService } from '@scitex/nest-monitoring';

/** What a host holds, once everything is collected that can be. */
export interface Gauges {
  /** Bytes of memory of the process. */
  readonly rss: number;
  /** The most that it was since the gauges were last read. */
  readonly peakRss: number;
  /** Bytes that JavaScript holds, in and outside of the heap. */
  readonly used: number;
  /** Sockets, files and what else Node keeps open for it. */
  readonly handles: number;
  readonly timers: number;
  readonly stats: ReturnType<MonitoringService['stats']>;
}

const WATCH_MS = 250;
let peakRss = 0;

/** Begins to watch for the most memory that the process has. */
export function watchPeak(): void {
  setInterval(() => (peakRss = Math.max(peakRss, process.memoryUsage.rss())), WATCH_MS).unref();
}

export function readGauges(monitoring: MonitoringService): Gauges {
  const peak = Math.max(peakRss, process.memoryUsage.rss());
  peakRss = 0;
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  const timers = resources.filter((name) => name === 'Timeout').length;
  const handles = resources.length - timers;
  return { rss, peakRss: peak, used: heapUsed + external, handles, timers, stats: monitoring.stats() };
}
