import { randomUUID } from 'node:crypto';
import type { CollectorReport } from '@scitex/monitoring-contracts';
import { SOURCE } from '../batch.js';

const NOTHING = { captured: 0, stored: 0, buffered: 0, spooled: 0, dropped: {} };

/** What a process says of itself that has stored ten metrics in a minute. */
export function report(changes: Partial<CollectorReport> = {}): CollectorReport {
  const counts = { captured: 10, stored: 10, buffered: 0, spooled: 0, dropped: {} };
  return {
    id: randomUUID(),
    source: SOURCE,
    uptime: 60_000,
    ended: false,
    ...counts,
    kinds: { metrics: counts, errors: NOTHING, apiCalls: NOTHING, activities: NOTHING },
    cost: { captureMicros: 6, batches: 2, storeMs: 4, bufferBytes: 0, spoolBytes: 0 },
    mode: 'full',
    modeAge: null,
    eventLoopDelayP99: null,
    ...changes,
  };
}
