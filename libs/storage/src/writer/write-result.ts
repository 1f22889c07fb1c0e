import type { EventKind } from '@scitex/monitoring-contracts';
import type { Refusal } from './quarantine/refusals.js';

export type Counts = Record<EventKind, number>;

export interface WriteResult {
  /** Events in the store, per kind: a row counts for as many as its weight says. */
  readonly stored: Counts;
  /** Events that PostgreSQL cannot hold, even after cleaning. */
  readonly refused: Counts;
  /** Why they were refused; empty for a batch that had been claimed before. */
  readonly refusals: readonly Refusal[];
  /** Whether the batch had been claimed before; nothing was stored again, and the counts are those of the first time. */
  readonly replayed: boolean;
}
