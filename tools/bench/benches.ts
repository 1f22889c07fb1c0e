import type { Bench } from './bench.ts';

export interface BenchEntry {
  /** Selects it: `npm run bench -- <name>`. */
  readonly name: string;
  readonly title: string;
  /** A long one, which runs only when it is named. */
  readonly onlyByName?: boolean;
  /** Starts hosts in processes of their own, which get a core to themselves. */
  readonly hasHosts?: boolean;
  /** Imports what is measured not before it is built. */
  readonly run: Bench;
}

/** In the order in which they run. */
export const BENCHES: readonly BenchEntry[] = [
  {
    name: 'writer',
    title: 'How fast the writer stores requests',
    run: async (bed) => (await import('./writer/writer.bench.ts')).requestsBench(bed),
  },
  {
    name: 'writer-mixed',
    title: 'How fast the writer stores every kind',
    run: async (bed) => (await import('./writer/writer.bench.ts')).mixedBench(bed),
  },
  {
    name: 'stall',
    title: 'How long a flush holds up the event loop',
    run: async (bed) => (await import('./stall/stall.bench.ts')).stallBench(bed),
  },
  {
    name: 'cpu',
    title: 'What the module and its peers add to a request',
    hasHosts: true,
    run: async (bed) => (await import('./host/cpu.bench.ts')).cpuBench(bed),
  },
  {
    name: 'throughput',
    title: 'How many requests a second the app answers with the module',
    hasHosts: true,
    run: async (bed) => (await import('./host/throughput.bench.ts')).throughputBench(bed),
  },
  {
    name: 'latency',
    title: 'What the module adds to the slowest requests at half load',
    hasHosts: true,
    run: async (bed) => (await import('./host/latency.bench.ts')).latencyBench(bed),
  },
  {
    name: 'dashboard',
    title: 'How fast the dashboard is answered from a week of requests',
    onlyByName: true,
    run: async (bed) => (await import('./dashboard/dashboard.bench.ts')).dashboardBench(bed),
  },
  {
    name: 'spa',
    title: 'What the dashboard costs a reader',
    run: async (bed) => (await import('./spa/spa.bench.ts')).spaBench(bed),
  },
  {
    name: 'soak',
    title: 'Whether anything grows in a host under load',
    onlyByName: true,
    hasHosts: true,
    run: async (bed) => (await import('./soak/soak.bench.ts')).soakBench(bed),
  },
  {
    name: 'outage',
    title: 'What a host does while its store is away',
    onlyByName: true,
    hasHosts: true,
    run: async (bed) => (await import('./outage/outage.bench.ts')).awayBench(bed),
  },
  {
    name: 'outage-silent',
    title: 'What a host does while its store takes connections and never answers',
    onlyByName: true,
    hasHosts: true,
    run: async (bed) => (await import('./outage/outage.bench.ts')).silentBench(bed),
  },
  {
    name: 'outage-slow',
    title: 'What a host does while every statement takes its store 2 s',
    onlyByName: true,
    hasHosts: true,
    run: async (bed) => (await import('./outage/outage.bench.ts')).slowBench(bed),
  },
];
