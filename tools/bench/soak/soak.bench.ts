import type { Bench } from '../bench.ts';
import { against, LongRun, mebibytes, MINUTES, WARM_UP_S, type Sample } from './long-run.ts';

/** What collections leave to chance, and what the JIT compiler and Node's own pools still add after a minute. */
const HEAP_TOLERANCE_MIB = 4;

/** A host under load, its store there: nothing may grow. */
export const soakBench: Bench = async ({ storeUrl, stop }) => {
  await using run = await LongRun.start('soak', storeUrl);
  const before = (await run.pass(WARM_UP_S, stop)).at(-1);
  const samples = await run.pass(MINUTES * 60, stop);
  const { lost, twice, astray, dropped } = await run.settle(storeUrl);
  // The least of each third: what lasts, without what just happened to be under way.
  const third = Math.ceil(samples.length / 3);
  const grown = (of: (sample: Sample) => number) =>
    Math.min(...samples.slice(-third).map(of)) -
    Math.min(...[before, ...samples.slice(0, third)].filter(isThere).map(of));
  return [
    against(HEAP_TOLERANCE_MIB, 'Soak: memory used, grown', 'MiB', mebibytes(grown(({ used }) => used))),
    against(
      0,
      'Soak: handles, grown',
      'handles',
      grown(({ handles }) => handles),
    ),
    against(
      0,
      'Soak: timers, grown',
      'timers',
      grown(({ timers }) => timers),
    ),
    against(0, 'Soak: requests not answered as ever', 'requests', astray),
    against(0, 'Soak: dropped', 'events', dropped),
    against(0, 'Soak: lost', 'rows', lost),
    against(0, 'Soak: stored twice', 'rows', twice),
  ];
};

const isThere = <T>(value: T | undefined): value is T => value !== undefined;
