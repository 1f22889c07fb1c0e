import type { EventKind, Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import type { TimedRow } from '../writer/tables/table.js';
import { BatchRollups } from './batch-rollups.js';
import { BatchVisitors } from './batch-visitors.js';
import { ACTIVITIES, API_CALLS, ERRORS, REQUESTS, SESSIONS, USERS } from './rollup-kind.js';
import { storeRollups } from './store-rollups.js';
import { storeVisitors } from './store-visitors.js';

/** All that a batch adds to rollups. */
export class RollupsOfBatch {
  readonly #counted: Readonly<Record<EventKind, BatchRollups>> = {
    metrics: new BatchRollups(REQUESTS),
    apiCalls: new BatchRollups(API_CALLS),
    activities: new BatchRollups(ACTIVITIES),
    errors: new BatchRollups(ERRORS),
  };
  readonly #visitors = [new BatchVisitors(USERS), new BatchVisitors(SESSIONS)];

  /** A row of the batch that is stored. */
  add(kind: EventKind, row: TimedRow): void {
    this.#counted[kind].add(row);
    if (kind === 'activities') for (const visitors of this.#visitors) visitors.add(row);
  }

  /** The last of a batch: its buckets are locked from then until the commit, and by all writers in one order. */
  async store(client: ClientBase, source: Source): Promise<void> {
    for (const rollups of Object.values(this.#counted)) await storeRollups(client, source, rollups);
    for (const visitors of this.#visitors) await storeVisitors(client, source, visitors);
  }
}
