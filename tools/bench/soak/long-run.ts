import { setTimeout as sleep } from 'node:timers/promises';
import { findingOf, type Finding } from '../bench.ts';
import { audit, type Audit } from './audit.ts';
import { Driver } from './driver.ts';
import type { Gauges } from './gauges.ts';
import { startLongHost, type LongHost } from './long-host.ts';

export const PER_SECOND = 500;
/** Minutes that the very run takes, after its warm-up: 10, or `BENCH_MINUTES`. */
export const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 10);
/** Within it V8 doubles the space for young objects a few times, whatever the store does. */
export const WARM_UP_S = 240;
const LINE_S = 30;

/** What a host held every 30 s. */
export interface Sample extends Gauges {
  readonly spooledBytes: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** A host under load, with the driver's books beside it. */
export class LongRun implements AsyncDisposable {
  private readonly begin = performance.now();
  private readonly driver: Driver;

  private readonly name: string;
  private readonly host: LongHost;

  private constructor(name: string, host: LongHost) {
    this.name = name;
    this.host = host;
    this.driver = new Driver(host.url, PER_SECOND);
  }

  static async start(name: string, storeUrl: string): Promise<LongRun> {
    return new LongRun(name, await startLongHost(name, storeUrl));
  }

  /** Lets so many seconds pass, with a line and a sample every 30 of them and at the end. */
  async pass(seconds: number, stop: AbortSignal): Promise<Sample[]> {
    const samples: Sample[] = [];
    for (let left = seconds; left > 0; left -= LINE_S) {
      await sleep(Math.min(left, LINE_S) * 1000, undefined, { signal: stop });
      samples.push(await this.sample());
    }
    return samples;
  }

  /** Milliseconds until nothing waits on the disk any more; Infinity where that takes longer than `limitMs`. */
  async untilDrained(limitMs: number, stop: AbortSignal): Promise<number> {
    for (const begin = performance.now(); performance.now() - begin < limitMs;) {
      await sleep(250, undefined, { signal: stop });
      if ((await this.host.spooled()) === 0) return performance.now() - begin;
    }
    return Infinity;
  }

  /** Ends the load, has everything stored, and compares the store with the books. */
  async settle(storeUrl: string): Promise<Audit & { readonly astray: number; readonly dropped: number }> {
    await this.driver.stop();
    await this.host.flush();
    const { stats } = await this.host.gauges();
    const dropped = Object.values(stats.dropped).reduce((sum, count) => sum + count, 0);
    const { books } = this.driver;
    return { ...(await audit(storeUrl, this.name, books)), astray: books.astray, dropped };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.driver.stop();
    await this.host[Symbol.asyncDispose]();
  }

  private async sample(): Promise<Sample> {
    const gauges = await this.host.gauges();
    const sample = { ...gauges, spooledBytes: this.host.spooledBytes(), p99: this.driver.takeP99() };
    process.stdout.write(
      `${lineOf((performance.now() - this.begin) / 1000, sample, this.driver.books.answered)}\n`,
    );
    return sample;
  }
}

export const mebibytes = (bytes: number) => bytes / 1024 / 1024;

/** A figure against its limit. */
export function against(limit: number, name: string, unit: string, value: number): Finding {
  const subject = { name, unit, against: 'the limit' };
  return findingOf({ ...subject, goal: { of: 'value', bound: 'at most', limit } }, [
    { value, reference: limit },
  ]);
}

function lineOf(seconds: number, sample: Sample, answered: number): string {
  const { rss, peakRss, used, handles, timers, spooledBytes, p99, stats } = sample;
  const size = (bytes: number) => `${mebibytes(bytes).toFixed(0)} MiB`;
  return [
    `${seconds.toFixed(0).padStart(5)} s`,
    `${answered} answered, p99 ${p99.toFixed(1)} ms`,
    `rss ${size(rss)} (peak ${size(peakRss)}), used ${mebibytes(used).toFixed(1)} MiB`,
    `${handles} handles, ${timers} timers`,
    `stored ${stats.stored}, buffered ${stats.buffered}, spooled ${stats.spooled} (${size(spooledBytes)})`,
  ].join('  ');
}
