import { findingOf, inRounds, type Bench, type Finding, type Round, type Unmeasured } from '../bench.ts';
import type { Host } from './host.ts';
import { ANSWERED, FAILED } from './hosts.ts';
import { OURS, startLineup, type Contender } from './lineup.ts';
import { saturate } from './load/closed-loop.ts';

/** Compilers settle within these. */
const WARM_UP_ROUNDS = 4;
/** Of each host and route, in each round: about half of a flush interval. */
const LOAD_MS = 500;
const CONNECTIONS = 8;

const ROUTES = [
  { of: 'a GET', target: ANSWERED, limit: 10 },
  { of: 'a GET that throws', target: FAILED, limit: 40 },
] as const;

type Route = (typeof ROUTES)[number];

/** CPU in microseconds for each request, by host and route. */
type Measured = ReadonlyMap<Host, ReadonlyMap<Route, number>>;

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
  const idle = await silentAmong(contenders);
  const measured = contenders.filter(({ title }) => !idle.some(({ name }) => name === title));
  return [...ROUTES.flatMap((route) => rowsOf(route, measured, rounds)), ...idle, ...absent];
};

async function measureAll(hosts: readonly Host[]): Promise<Measured> {
  const measured = new Map<Host, Map<Route, number>>();
  for (const host of hosts) {
    const routes = new Map<Route, number>();
    for (const route of ROUTES) routes.set(route, await cpuPerRequest(host, route));
    measured.set(host, routes);
  }
  return measured;
}

async function cpuPerRequest(host: Host, { target }: Route): Promise<number> {
  const before = await host.cpu();
  const { requests } = await saturate({ origin: host.origin, ...target }, CONNECTIONS, LOAD_MS);
  return ((await host.cpu()) - before) / requests;
}

/** A set-up that records nothing costs nothing, and would win. */
async function silentAmong(contenders: readonly Contender[]): Promise<Unmeasured[]> {
  const silent: Unmeasured[] = [];
  for (const { title, records } of contenders)
    if (!(await records())) silent.push({ name: title, reason: 'nothing that it recorded has arrived' });
  return silent;
}

/** What each adds, ours first and then the cheapest peer, to which ours is compared once more. */
function rowsOf(route: Route, contenders: readonly Contender[], rounds: readonly Measured[]): Finding[] {
  const added = (contender: Contender) => rounds.map((round) => addedIn(round, contender, route));
  const [ours, ...peers] = contenders.map((contender) => ({
    contender,
    finding: findingOf(
      {
        name: `${contender.title}, on ${route.of}`,
        unit: 'µs CPU',
        against: 'the app without it',
        goal: contender.title === OURS ? { of: 'value', bound: 'at most', limit: route.limit } : undefined,
      },
      added(contender),
    ),
  }));
  if (!ours) return [];
  const [cheapest, ...others] = peers.toSorted((a, b) => a.finding.value - b.finding.value);
  if (!cheapest) return [ours.finding];
  const beside = findingOf(
    {
      name: ours.finding.name,
      unit: 'µs CPU',
      against: `the cheapest peer: ${cheapest.contender.title}`,
      goal: { of: 'ratio', bound: 'below', limit: 1 },
    },
    pair(added(ours.contender), added(cheapest.contender)),
  );
  return [ours, cheapest, ...others].map(({ finding }) => finding).toSpliced(1, 0, beside);
}

function addedIn(round: Measured, { host, bare }: Contender, route: Route): Round {
  const reference = round.get(bare)?.get(route) ?? NaN;
  return { value: (round.get(host)?.get(route) ?? NaN) - reference, reference };
}

/** The values of ones beside the values of others in the same rounds. */
function pair(ones: readonly Round[], others: readonly Round[]): Round[] {
  return ones.map(({ value }, index) => ({ value, reference: others[index]?.value ?? NaN }));
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const first = ((by % items.length) + items.length) % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
