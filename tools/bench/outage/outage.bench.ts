import { startFaultProxy, type FaultProxy } from '@scitex/monitoring-storage/testing';
import { findingOf, type Bench, type Finding } from '../bench.ts';
import { against, LongRun, mebibytes, MINUTES, WARM_UP_S, type Sample } from '../soak/long-run.ts';

const MEMORY_LIMIT_MIB = 64;
const SPOOL_LIMIT_MIB = 512;
const DRAIN_LIMIT_S = 120;

/** A host under load whose store goes away and comes back: nothing may be lost, and the host may not notice. */
const outage =
  (name: string, title: string, begin: (proxy: FaultProxy) => void): Bench =>
  async ({ storeUrl, stop }) => {
    const proxy = await startFaultProxy(storeUrl);
    try {
      await using run = await LongRun.start(name, proxy.url);
      const before = (await run.pass(WARM_UP_S, stop)).at(-1);
      begin(proxy);
      const samples = await run.pass(MINUTES * 60, stop);
      proxy.mend();
      const drainMs = await run.untilDrained(2 * DRAIN_LIMIT_S * 1000, stop);
      const after = await run.pass(1, stop);
      const { lost, twice, astray, dropped } = await run.settle(storeUrl);
      return [
        ...(before ? memory(title, before, [...samples, ...after]) : []),
        against(SPOOL_LIMIT_MIB, `${title}: spooled`, 'MiB', mebibytes(samples.at(-1)?.spooledBytes ?? 0)),
        against(DRAIN_LIMIT_S, `${title}: drained after`, 's', drainMs / 1000),
        against(0, `${title}: requests not answered as ever`, 'requests', astray),
        against(0, `${title}: dropped`, 'events', dropped),
        against(0, `${title}: lost`, 'rows', lost),
        against(0, `${title}: stored twice`, 'rows', twice),
      ];
    } finally {
      proxy.close();
    }
  };

function memory(title: string, before: Sample, samples: readonly Sample[]): Finding[] {
  const most = (of: (sample: Sample) => number) => mebibytes(Math.max(...samples.map(of)) - of(before));
  const p99 = Math.max(...samples.map((sample) => sample.p99));
  return [
    against(
      MEMORY_LIMIT_MIB,
      `${title}: memory of the process, grown`,
      'MiB',
      most(({ rss }) => rss),
    ),
    against(
      MEMORY_LIMIT_MIB,
      `${title}: at its peak`,
      'MiB',
      most(({ peakRss }) => peakRss),
    ),
    against(
      MEMORY_LIMIT_MIB,
      `${title}: memory used, grown`,
      'MiB',
      most(({ used }) => used),
    ),
    findingOf({ name: `${title}: p99 of the answers`, unit: 'ms', against: 'before' }, [
      { value: p99, reference: before.p99 },
    ]),
  ];
}

/** Milliseconds that a statement takes in a slow store. */
const SLOW_MS = 2_000;

export const awayBench = outage('outage', 'Store away', (proxy) => proxy.cut());
export const silentBench = outage('outage-silent', 'Store silent', (proxy) => proxy.hang());
export const slowBench = outage('outage-slow', 'Store slow', (proxy) => proxy.slow(SLOW_MS));
