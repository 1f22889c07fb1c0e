import type { Occurrence } from '@scitex/monitoring-contracts';
import { formatDateTime } from '../../shared/util-format/format';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What is known of an occurrence besides its message and stack, unknowns left out, its own metadata last. */
export function toFacts(occurrence: Occurrence): Fact[] {
  const { method, endpoint, metadata } = occurrence;
  const known: Record<string, string | null> = {
    Time: formatDateTime(occurrence.timestamp),
    Request: endpoint && [method, endpoint].filter(Boolean).join(' '),
    User: occurrence.userId,
    'IP address': occurrence.ipAddress,
    'User agent': occurrence.userAgent,
    Release: occurrence.release,
    Instance: occurrence.instance,
    Trace: occurrence.traceId,
  };
  const facts = Object.entries(known).flatMap(([name, value]) => (value ? { name, value } : []));
  const own = Object.entries(metadata).map(([key, value]) => ({
    name: `metadata.${key}`,
    value: toText(value),
  }));
  return [...facts, ...own];
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
