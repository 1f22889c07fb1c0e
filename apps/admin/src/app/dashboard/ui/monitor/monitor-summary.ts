import type { Collectors } from '@scitex/monitoring-contracts';
import { formatCount, formatMicros } from '../../../shared/util-format/format';
import { lossesIn } from './drop-reasons';

/** What all instances captured, what became of it and what it cost, in a sentence. */
export function toMonitorSummary({ totals }: Collectors): string {
  const { captured, stored, buffered, spooled, dropped, captureMicros, instances } = totals;
  const waiting = buffered + spooled;
  const lost = lossesIn(dropped);
  const sampled = dropped['sampled'] ?? 0;
  const from = instances === 1 ? '1 instance' : `${formatCount(instances)} instances`;
  const rest = [
    ...(sampled > 0 ? [`${formatCount(sampled)} left out by sampling`] : []),
    `${formatCount(lost)} dropped`,
    ...(captureMicros === null ? [] : [`${formatMicros(captureMicros)} per request`]),
  ].join(', ');
  if (captured === stored)
    return `Everything captured is stored: ${formatCount(captured)} events from ${from}, ${rest}.`;
  const inBetween = waiting > 0 ? ` ${formatCount(waiting)} waiting,` : '';
  return `${formatCount(captured)} events captured by ${from}: ${formatCount(stored)} stored,${inBetween} ${rest}.`;
}
