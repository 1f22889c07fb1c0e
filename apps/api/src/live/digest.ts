import type { MessageEvent } from '@nestjs/common';
import { isWithin, type LiveEvents, type LiveQuery, type LiveSummary } from '@scitex/monitoring-contracts';
import type { Entry, Unread } from './live-log.js';

/** Of one digest; a page that is told of more reads everything anew. */
const MAX_ERRORS = 20;
const MAX_SOURCES = 50;

export interface DigestOptions {
  readonly scope: LiveQuery;
  /** When the digest before was made. */
  readonly from: Date;
  readonly isDeaf: boolean;
  /** Whether there is a summary even where there is nothing to say. */
  readonly opens: boolean;
}

type LiveEvent = { [Name in keyof LiveEvents]: { type: Name; data: LiveEvents[Name] } }[keyof LiveEvents];

/** What a stream says of what happened: errors and changes of health one by one, and all that was stored in one summary. */
export function digest({ entries, isShort }: Unread, options: DigestOptions): (LiveEvent & MessageEvent)[] {
  const { scope, opens } = options;
  const errors = entries.flatMap((entry) =>
    entry.kind === 'error' && isWithin(scope, entry.error) ? [entry.error] : [],
  );
  const changes = entries.flatMap((entry) =>
    entry.kind === 'health' && isSame(scope, entry.scope) ? [entry.change] : [],
  );
  const sources = sourcesOf(entries, scope);
  const isCut = entries.some(({ kind }) => kind === 'gap' || kind === 'deaf');
  const isTooMuch = isShort || errors.length > MAX_ERRORS || sources.length > MAX_SOURCES;
  const summary: LiveSummary = {
    from: options.from.toISOString(),
    to: new Date().toISOString(),
    stale: options.isDeaf,
    refetch: isTooMuch || entries.some(({ kind }) => kind === 'gap'),
    sources: sources.slice(0, MAX_SOURCES),
  };
  const hasSummary = opens || isCut || isTooMuch || sources.length > 0;
  return [
    ...errors.slice(-MAX_ERRORS).map((data) => ({ type: 'error' as const, data })),
    ...changes.map((data) => ({ type: 'health' as const, data })),
    ...(hasSummary ? [{ type: 'summary' as const, data: summary }] : []),
  ];
}

function sourcesOf(entries: readonly Entry[], scope: LiveQuery): LiveSummary['sources'] {
  const sources = new Map<string, LiveSummary['sources'][number]>();
  for (const entry of entries) {
    if (entry.kind !== 'stored' || !isWithin(scope, entry)) continue;
    const { app, environment, stored } = entry;
    const key = JSON.stringify([app, environment]);
    const before = sources.get(key)?.stored;
    sources.set(key, { app, environment, stored: before ? sum(before, stored) : stored });
  }
  return [...sources.values()];
}

type Stored = LiveSummary['sources'][number]['stored'];

function sum(one: Stored, other: Stored): Stored {
  return {
    metrics: one.metrics + other.metrics,
    errors: one.errors + other.errors,
    apiCalls: one.apiCalls + other.apiCalls,
    activities: one.activities + other.activities,
  };
}

function isSame(one: LiveQuery, other: LiveQuery): boolean {
  return one.app === other.app && one.environment === other.environment;
}
