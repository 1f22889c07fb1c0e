import { findingOf, inRounds, type Bed, type Bench, type Finding } from '../bench.ts';
import { startHost, type Host } from './host.ts';
import { ANSWERED, BARE, monitored, WORKED } from './hosts.ts';
import { saturate } from './load/closed-loop.ts';
import { withIdleDriver } from './load/driver.ts';
import { p99AtRate } from './load/open-loop.ts';
import { inTurns } from './throughput.bench.ts';

const WARM_UP_ROUNDS = 1;
const ROUND_MS = 3000;
const SATURATIONS = 3;
const SATURATION = { connections: 32, forMs: 1500 };

const ROUTES = [
  { of: 'a GET', target: ANSWERED },
  { of: 'a GET with 1 ms of work', target: WORKED },
] as const;

/**
 * How much longer the slowest hundredth of requests takes with the module than without it, at half of the requests a
 * second that the app answers at most without it: a constant rate, however fast the answers come. A flush falls into
 * every second of it. At the rate of the small requests the driver and PostgreSQL, which share the other cores, are in
 * each other's way on a machine of two; at that of the others they are not.
 */
export const latencyBench: Bench = async (bed) => {
  await using bare = await startHost(BARE);
  await using ours = await startHost(monitored(bed.storeUrl));
  const findings: Finding[] = [];
  for (const route of ROUTES) findings.push(await latencyOf(route, bed, ours, bare));
  return findings;
};

async function latencyOf(
  { of, target }: (typeof ROUTES)[number],
  bed: Bed,
  ours: Host,
  bare: Host,
): Promise<Finding> {
  const at = ({ origin }: Host) => ({ origin, ...target });
  let most = 0;
  // The first ones warm both up.
  for (let round = 0; round < SATURATIONS; round++) {
    ({ perSecond: most } = await saturate(at(bare), SATURATION));
    await saturate(at(ours), SATURATION);
  }
  const p99 = (host: Host) => withIdleDriver(() => p99AtRate(at(host), most / 2, ROUND_MS));
  const rounds = await inRounds(bed, WARM_UP_ROUNDS, (round) => inTurns(round, ours, bare, p99));
  const subject = {
    name: `p99 of ${of} at half load (${Math.round(most / 2)} requests/s), added by the module`,
    unit: 'ms',
    against: 'p99 without it',
    goal: { of: 'value', bound: 'at most', limit: 1 },
  } as const;
  const added = rounds.map(({ value, reference }) => ({ value: value - reference, reference }));
  return findingOf(subject, added);
}
