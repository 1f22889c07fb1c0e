import { findingOf, inRounds, type Bench, type Finding, type Round } from '../bench.ts';
import type { Goal } from '../goal.ts';
import { startHost, type Host } from './host.ts';
import { ANSWERED, BARE, monitored, WORKED } from './hosts.ts';
import { saturate } from './load/closed-loop.ts';
import { withIdleDriver } from './load/driver.ts';

const WARM_UP_ROUNDS = 2;
const LOAD = { connections: 32, forMs: 1500 };

const ROUTES = [
  { of: 'a GET', target: ANSWERED, limit: 0.8 },
  { of: 'a GET with 1 ms of work', target: WORKED, limit: 0.97 },
] as const;

/**
 * Requests a second that the app answers at most with the module, against what it answers without it. The module
 * stores every one of them meanwhile. The hosts take turns, each being first in every other round.
 */
export const throughputBench: Bench = async (bed) => {
  await using bare = await startHost(BARE);
  await using ours = await startHost(monitored(bed.storeUrl));
  const findings: Finding[] = [];
  for (const { of, target, limit } of ROUTES) {
    const goal: Goal = { of: 'ratio', bound: 'at least', limit };
    const subject = {
      name: `Throughput of ${of}, with the module`,
      unit: 'requests/s',
      against: 'without it',
    };
    const measure = async ({ origin }: Host) => {
      const load = () => saturate({ origin, ...target }, LOAD);
      return (await withIdleDriver(load)).perSecond;
    };
    const rounds = await inRounds(bed, WARM_UP_ROUNDS, (round) => inTurns(round, ours, bare, measure));
    findings.push(findingOf({ ...subject, goal }, rounds));
  }
  return findings;
};

/** Measures both hosts, the reference first in every other round. */
export async function inTurns(
  round: number,
  ours: Host,
  bare: Host,
  measure: (host: Host) => Promise<number>,
): Promise<Round> {
  if (round % 2) return { value: await measure(ours), reference: await measure(bare) };
  const reference = await measure(bare);
  return { value: await measure(ours), reference };
}
