import type { Occurrence } from '@scitex/monitoring-contracts';
import { formatCount, formatDateTime } from '../../shared/util-format/format';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const EMPTY = ['', '{}', '[]', 'null'];

/** What is known of an occurrence besides its message and stack, unknowns left out, its own metadata last. */
export function toFacts(occurrence: Occurrence): Fact[] {
  const { method, endpoint, metadata, weight } = occurrence;
  const known: Record<string, string | null> = {
    Time: formatDateTime(occurrence.timestamp),
    'Stands for': weight > 1 ? `${formatCount(weight)} alike` : null,
    Request: endpoint && [method, endpoint].filter(Boolean).join(' '),
    User: occurrence.userId,
    'IP address': occurrence.ipAddress,
    'User agent': occurrence.userAgent,
    Release: occurrence.release,
    Instance: occurrence.instance,
    Trace: occurrence.traceId,
  };
  const facts = Object.entries(known).flatMap(([name, value]) => (value ? { name, value } : []));
  const own = Object.entries(metadata).flatMap(([key, value]) => {
    const text = toText(value);
    return EMPTY.includes(text) ? [] : { name: `metadata.${key}`, value: text };
  });
  return [...facts, ...own];
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
