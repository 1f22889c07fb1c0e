import { Failure } from '../../process/failure.ts';
import { inRounds, type Bench, type Unmeasured } from '../bench.ts';
import type { Host } from './host.ts';
import { ROUTES, rowsOf, type Measured, type Measurement, type Route } from './cpu-rows.ts';
import { OURS } from './hosts.ts';
import { startLineup, type Contender } from './lineup.ts';
import { saturate } from './load/closed-loop.ts';

/** Compilers settle within these. */
const WARM_UP_ROUNDS = 5;
/** Those that take long for a request get fewer. */
const LOAD = { connections: 8, requests: 2000, forMs: 2000 };

/**
 * CPU that the module and each of its peers add to a small request of a Nest app on Express, what they store or send
 * afterwards included, against what the same app takes without them. All hosts run at the same time and take turns, in
 * another order in each round.
 */
export const cpuBench: Bench = async (bed) => {
  await using lineup = await startLineup(bed);
  const { contenders, absent } = lineup;
  const hosts = [...new Set(contenders.flatMap(({ host, bare }) => [host, bare]))];
  const rounds = await inRounds(bed, WARM_UP_ROUNDS, (round) => measureAll(rotated(hosts, round)));
  const silent = await silentAmong(contenders, rounds);
  const measured = contenders.filter(({ title }) => !silent.some(({ name }) => name === title));
  return [...ROUTES.flatMap((route) => rowsOf(route, measured, rounds)), ...silent, ...absent];
};

async function measureAll(hosts: readonly Host[]): Promise<Measured> {
  const measured = new Map<Host, Map<Route, Measurement>>();
  for (const host of hosts) {
    const routes = new Map<Route, Measurement>();
    for (const route of ROUTES) routes.set(route, await cpuPerRequest(host, route));
    measured.set(host, routes);
  }
  return measured;
}

async function cpuPerRequest(host: Host, { target }: Route): Promise<Measurement> {
  const before = await host.cpu();
  const { requests } = await saturate({ origin: host.origin, ...target }, LOAD);
  return { cpu: ((await host.cpu()) - before) / requests, requests };
}

/** A set-up that records nothing costs nothing, and would win. @throws Failure when ours has not stored everything */
async function silentAmong(
  contenders: readonly Contender[],
  rounds: readonly Measured[],
): Promise<Unmeasured[]> {
  const silent: Unmeasured[] = [];
  for (const { title, host, records } of contenders) {
    const sent = rounds
      .flatMap((round) => [...(round.get(host)?.values() ?? [])])
      .reduce((sum, { requests }) => sum + requests, 0);
    if (await records(sent)) continue;
    if (title === OURS) throw new Failure(`The module has not stored all of ${sent} requests.`);
    silent.push({ name: title, reason: 'nothing that it recorded has arrived' });
  }
  return silent;
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const first = ((by % items.length) + items.length) % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
