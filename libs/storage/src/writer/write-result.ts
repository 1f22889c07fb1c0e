import type { EventKind } from '@scitex/monitoring-contracts';

export type Counts = Record<EventKind, number>;

export interface WriteResult {
  /** Rows in the store, per kind. */
  readonly stored: Counts;
  /** Rows that PostgreSQL cannot hold, even after cleaning. */
  readonly refused: Counts;
  /** Whether the batch had been claimed before; nothing was stored again, and the counts are those of the first time. */
  readonly replayed: boolean;
}
