import type { Batch, CollectorReport, EventKind } from '@scitex/monitoring-contracts';

/** Events of one kind that the store would not take, for one reason. */
export interface Refusal {
  readonly kind: EventKind;
  readonly reason: string;
  readonly count: number;
}

/** What became of the rows of a batch. */
export interface WriteResult {
  readonly stored: Readonly<Record<EventKind, number>>;
  /** Rows that the store would not take. */
  readonly refused: Readonly<Record<EventKind, number>>;
  /** Why it would not, where it tells. */
  readonly refusals?: readonly Refusal[];
  /** The batch had been stored by an earlier attempt already. */
  readonly replayed: boolean;
}

/** Where batches go. `send` may be called again with the same batch until it resolves: the id makes that safe. */
export interface Transport {
  send(batch: Batch): Promise<WriteResult>;
  /** Told of a batch that lies on the disk now, where the next start of the app finds it. */
  spooled?(batch: Batch): void;
  /** Told what the monitor says of itself. A failure is nobody's loss: the next report says all of it again. */
  report?(report: CollectorReport): Promise<void>;
  close(): Promise<void>;
}
