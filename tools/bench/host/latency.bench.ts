import { findingOf, inRounds, type Bench } from '../bench.ts';
import { startHost, type Host } from './host.ts';
import { ANSWERED, BARE, monitored } from './hosts.ts';
import { saturate } from './load/closed-loop.ts';
import { withIdleDriver } from './load/driver.ts';
import { p99AtRate } from './load/open-loop.ts';
import { inTurns } from './throughput.bench.ts';

const WARM_UP_ROUNDS = 1;
const ROUND_MS = 3000;
const SATURATIONS = 3;
const SATURATION = { connections: 32, forMs: 1500 };

/**
 * How much longer the slowest hundredth of small requests takes with the module than without it, at half of the
 * requests a second that the app answers at most without it: a constant rate, however fast the answers come. A flush
 * falls into every second of it.
 */
export const latencyBench: Bench = async (bed) => {
  await using bare = await startHost(BARE);
  await using ours = await startHost(monitored(bed.storeUrl));
  const target = (host: Host) => ({ origin: host.origin, ...ANSWERED });
  let most = 0;
  // The first ones warm both up.
  for (let round = 0; round < SATURATIONS; round++) {
    ({ perSecond: most } = await saturate(target(bare), SATURATION));
    await saturate(target(ours), SATURATION);
  }
  const p99 = (host: Host) => withIdleDriver(() => p99AtRate(target(host), most / 2, ROUND_MS));
  const rounds = await inRounds(bed, WARM_UP_ROUNDS, (round) => inTurns(round, ours, bare, p99));
  const subject = {
    name: `p99 at half load (${Math.round(most / 2)} requests/s), added by the module`,
    unit: 'ms',
    against: 'p99 without it',
    goal: { of: 'value', bound: 'at most', limit: 1 },
  } as const;
  return [
    findingOf(
      subject,
      rounds.map(({ value, reference }) => ({ value: value - reference, reference })),
    ),
  ];
};
