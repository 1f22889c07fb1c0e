import type { Collector, Collectors } from '@scitex/monitoring-contracts';

const NOTHING = { captured: 0, stored: 0, buffered: 0, spooled: 0, dropped: {} };

/** An instance that stored all of the ten events that it captured. */
export function collector(changes: Partial<Collector> = {}): Collector {
  return {
    id: '01990000-0000-7000-8000-000000000001',
    ...{ app: 'shop', environment: 'production', release: null, instance: 'web-1', state: 'reporting' },
    ...{ startedAt: '2026-11-23T10:00:00.000Z', reportedAt: '2026-11-23T12:00:00.000Z' },
    ...{ ...NOTHING, captured: 10, stored: 10, balance: 0, droppedAt: null },
    kinds: { metrics: NOTHING, errors: NOTHING, apiCalls: NOTHING, activities: NOTHING },
    cost: { captureMicros: 6.2, batches: 1, storeMs: 4, bufferBytes: 0, spoolBytes: 0 },
    ...{ mode: 'full', modeSince: '2026-11-23T10:00:00.000Z', eventLoopDelayP99: null },
    ...changes,
  };
}

/** What the API answers of these instances, in which at most one dropped anything. */
export function collectors(items: readonly Collector[]): Collectors {
  const sum = (of: (item: Collector) => number) => items.reduce((total, item) => total + of(item), 0);
  const inState = (state: Collector['state']) => items.filter((item) => item.state === state).length;
  return {
    items: [...items],
    totals: {
      ...{ instances: items.length, reporting: inState('reporting') },
      ...{ silent: inState('silent'), stopped: inState('stopped') },
      ...{ captured: sum((item) => item.captured), stored: sum((item) => item.stored) },
      ...{ buffered: sum((item) => item.buffered), spooled: sum((item) => item.spooled) },
      ...{ balance: sum((item) => item.balance), captureMicros: items[0]?.cost.captureMicros ?? null },
      dropped: Object.assign({}, ...items.map(({ dropped }) => dropped)) as Record<string, number>,
    },
    refusals: [],
  };
}
