import type { EventKind, Source } from '../events/events.js';

/**
 * Why an event was not stored.
 * `buffer-full`: it came while the buffer was full; `spool-full` and `spool-unwritable`: and the spool was full, or
 * its disk took nothing. `spool-corrupt`: the disk lost it. `sampled`: the option `sampling` left it out.
 * `refused`: it could not be read, or PostgreSQL would not take it. `shutdown`: the process ended before it could be
 * stored or spooled.
 */
export type DropReason =
  'buffer-full' | 'spool-full' | 'spool-unwritable' | 'spool-corrupt' | 'sampled' | 'refused' | 'shutdown';

/**
 * At every moment `captured = stored + buffered + spooled + Σ dropped`. What an earlier process left in its spool
 * counts as captured by the process that takes it over, when it does.
 */
export interface EventCounts {
  readonly captured: number;
  readonly stored: number;
  /** Waiting or on its way to the store. */
  readonly buffered: number;
  /** Waiting on the disk, or on its way from there to the store. */
  readonly spooled: number;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}

/** `full`: everything is captured. `reduced`: without details. `sampled`: and a share of it, which carries weights. */
export const COLLECTOR_MODES = ['full', 'reduced', 'sampled'] as const;
export type CollectorMode = (typeof COLLECTOR_MODES)[number];

/** What the monitor costs the process that it is in. */
export interface CollectorCost {
  /**
   * Microseconds that a request is held up by its capture, on average of one in sixteen of the newest 4,096, without
   * the slowest twentieth, in which the machine was busy with something else. Null before the first sixteen.
   */
  readonly captureMicros: number | null;
  /** Batches stored so far. */
  readonly batches: number;
  /**
   * Milliseconds to make the rows of a batch and have them stored, on average of the newest 256: most of it is
   * waiting, in which the process does its own work. Null before the first.
   */
  readonly storeMs: number | null;
  /** Memory that the buffered events hold, approximately. */
  readonly bufferBytes: number;
  /** On the disk. */
  readonly spoolBytes: number;
}

/** What one process that captures says of itself; all of it is of one moment. */
export interface CollectorReport extends EventCounts {
  /** A UUID of this run of the process. */
  readonly id: string;
  readonly source: Source;
  /** Milliseconds since the run began. */
  readonly uptime: number;
  /** Everything is flushed and the process ends: nothing is said after it. */
  readonly ended: boolean;
  readonly kinds: Readonly<Record<EventKind, EventCounts>>;
  readonly cost: CollectorCost;
  readonly mode: CollectorMode;
  /** Milliseconds since the mode last changed; null where it never did. */
  readonly modeAge: number | null;
  /** Milliseconds, 99th percentile; null where it is not measured. */
  readonly eventLoopDelayP99: number | null;
}
