import { findingOf, type Finding, type Round, type Subject } from '../bench.ts';
import { ANSWERED, FAILED, OURS } from './hosts.ts';

/** What is asked of every host, and the most that ours may add to it, in microseconds. */
export const ROUTES = [
  { of: 'a GET', target: ANSWERED, limit: 10 },
  { of: 'a GET that throws', target: FAILED, limit: 40 },
] as const;

export type Route = (typeof ROUTES)[number];

export interface Measurement {
  /** For each request, in microseconds. */
  readonly cpu: number;
  readonly requests: number;
}

/** What was measured in a round, by host and route. */
export type Measured = ReadonlyMap<object, ReadonlyMap<Route, Measurement>>;

/** A host, and the same app without its set-up. */
export interface Compared {
  readonly title: string;
  readonly host: object;
  readonly bare: object;
}

/** What each adds: ours, the cheapest peer with ours beside it, then the others. */
export function rowsOf(
  route: Route,
  contenders: readonly Compared[],
  rounds: readonly Measured[],
): Finding[] {
  const added = (contender: Compared) => rounds.map((round) => addedIn(round, contender, route));
  const [ours, ...peers] = contenders.map((contender) => ({
    contender,
    finding: findingOf(subjectOf(contender, route), added(contender)),
  }));
  if (!ours) return [];
  const [cheapest, ...others] = peers.toSorted((a, b) => a.finding.value - b.finding.value);
  if (!cheapest) return [ours.finding];
  const beside = findingOf(
    {
      ...subjectOf(ours.contender, route),
      against: `the cheapest peer: ${cheapest.contender.title}`,
      goal: { of: 'ratio', bound: 'below', limit: 1 },
    },
    pair(added(ours.contender), added(cheapest.contender)),
  );
  return [ours.finding, beside, cheapest.finding, ...others.map(({ finding }) => finding)];
}

function subjectOf({ title }: Compared, { of, limit }: Route): Subject {
  const subject = { name: `${title}, on ${of}`, unit: 'µs CPU', against: 'the app without it' };
  return title === OURS ? { ...subject, goal: { of: 'value', bound: 'at most', limit } } : subject;
}

function addedIn(round: Measured, { host, bare }: Compared, route: Route): Round {
  const reference = round.get(bare)?.get(route)?.cpu ?? NaN;
  return { value: (round.get(host)?.get(route)?.cpu ?? NaN) - reference, reference };
}

/** The values of ones beside the values of others in the same rounds. */
function pair(ones: readonly Round[], others: readonly Round[]): Round[] {
  return ones.map(({ value }, index) => ({ value, reference: others[index]?.value ?? NaN }));
}
