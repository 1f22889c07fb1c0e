import type { EventKind } from '@scitex/monitoring-contracts';
import type { WriteResult } from '@scitex/monitoring-storage/writer';
import { countOf } from './plan.ts';

const NAMES: readonly (readonly [EventKind, string])[] = [
  ['metrics', 'system metrics'],
  ['apiCalls', 'API usage records'],
  ['activities', 'user activities'],
  ['errors', 'error logs'],
];

/** What was stored, kind by kind, in words. */
export function report(results: readonly WriteResult[]): string {
  const added = results.filter(({ replayed }) => !replayed);
  const known = results.length - added.length;
  if (added.length === 0) return 'The store held exactly this set already: nothing was added.';
  const lines = NAMES.map(([kind, name]) => {
    const count = added.reduce((sum, { stored }) => sum + stored[kind], 0);
    return `${String(count).padStart(10)} ${name}`;
  });
  if (known > 0) lines.push(`${known} of ${results.length} batches were there already.`);
  return ['Stored:', ...lines].join('\n');
}

/** How many rows PostgreSQL would not take. */
export function refusedOf(results: readonly WriteResult[]): number {
  return results.reduce((sum, { refused }) => sum + countOf(refused), 0);
}
