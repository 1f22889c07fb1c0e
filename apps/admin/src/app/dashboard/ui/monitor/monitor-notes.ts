import type { Collector, Collectors } from '@scitex/monitoring-contracts';
import { formatAge, formatCount, formatTime } from '../../../shared/util-format/format';
import { lossesIn, wordsFor } from './drop-reasons';

/** Something about the monitor that staff should know, beside that it works. */
export interface MonitorNote {
  readonly tone: 'warning' | 'critical';
  readonly lead: string;
  /** Of instances; they come from the monitored apps. */
  readonly names: readonly string[];
  readonly rest: string;
}

const MAX_NAMES = 3;
/** Counts are of the whole run of a process: what it lost before is in the figures, and no news. */
const NEWS_MS = 86_400_000;

/** Nothing, where all is well. */
export function toMonitorNotes({ items, totals }: Collectors): MonitorNote[] {
  const reporting = items.filter(({ state }) => state === 'reporting');
  return [
    ...unbalanced(totals.balance),
    ...lost(items, lossesIn(totals.dropped), totals.dropped),
    ...silent(
      items.filter(({ state }) => state === 'silent'),
      totals.silent,
    ),
    ...overloaded(reporting.filter(({ mode }) => mode !== 'full')),
    ...spooled(reporting),
  ];
}

function unbalanced(balance: number): MonitorNote[] {
  if (balance === 0) return [];
  const lead = `The books do not balance: ${formatCount(Math.abs(balance))} events are not accounted for.`;
  return [{ tone: 'critical', lead, names: [], rest: 'That is a fault of the monitor itself: report it.' }];
}

function lost(
  items: readonly Collector[],
  count: number,
  dropped: Readonly<Record<string, number>>,
): MonitorNote[] {
  const latest = Math.max(...items.flatMap(({ droppedAt }) => (droppedAt ? Date.parse(droppedAt) : [])));
  if (Date.now() - latest > NEWS_MS) return [];
  const when = formatAge(new Date(latest));
  const reasons = Object.entries(dropped)
    .filter(([reason]) => reason !== 'sampled')
    .map(([reason, events]) => `${formatCount(events)} ${wordsFor(reason).name}`);
  return [
    {
      tone: 'warning',
      lead: `${events(count)} lost, the last ${when}:`,
      names: [],
      rest: `${reasons.join(', ')}.`,
    },
  ];
}

/** @param count of all; `items` are those of them that the answer lists */
function silent(items: readonly Collector[], count: number): MonitorNote[] {
  if (count === 0) return [];
  const rest = 'Killed, ended without enableShutdownHooks(), or unable to reach the store.';
  return [{ tone: 'warning', lead: `${instances(count)} silent:`, names: namesOf(items, age, count), rest }];
}

function overloaded(items: readonly Collector[]): MonitorNote[] {
  if (items.length === 0) return [];
  const lead = `${instances(items.length)} overloaded, and captures less:`;
  const rest = 'Counts stay exact through weights, and full capture comes back by itself.';
  return [{ tone: 'warning', lead, names: namesOf(items, mode, items.length), rest }];
}

function spooled(reporting: readonly Collector[]): MonitorNote[] {
  const count = reporting.reduce((sum, item) => sum + item.spooled, 0);
  if (count === 0) return [];
  const rest = 'The store was away or is slow; they are stored in order as it takes them.';
  return [{ tone: 'warning', lead: `${events(count)} waiting on the disk.`, names: [], rest }];
}

const events = (count: number) => (count === 1 ? '1 event is' : `${formatCount(count)} events are`);
const instances = (count: number) => (count === 1 ? '1 instance is' : `${formatCount(count)} instances are`);
const age = ({ reportedAt }: Collector) => `last heard of ${formatAge(reportedAt)}`;
const mode = (item: Collector) => `${item.mode} since ${formatTime(item.modeSince)}`;

function namesOf(items: readonly Collector[], about: (item: Collector) => string, count: number): string[] {
  const named = items.slice(0, MAX_NAMES).map((item) => `${item.app} ${item.instance} (${about(item)})`);
  const left = count - named.length;
  return left > 0 ? [...named, `and ${formatCount(left)} more`] : named;
}
