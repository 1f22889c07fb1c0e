import type { Severity } from '@scitex/monitoring-contracts';

const RANK: Record<Severity, number> = { low: 0, medium: 1, high: 2, critical: 3 };

/** The severity itself; `medium` for what is none, as hosts without types may send anything. */
export function severityOf(value: unknown): Severity {
  return typeof value === 'string' && Object.hasOwn(RANK, value) ? (value as Severity) : 'medium';
}

export function worse(a: Severity, b: Severity): Severity {
  return RANK[a] >= RANK[b] ? a : b;
}
