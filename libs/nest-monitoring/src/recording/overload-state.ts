import type { CollectorMode } from '@scitex/monitoring-contracts';

/** How far the monitor steps back because its host has too much to do. Cheap to read, and always up to date. */
export interface OverloadState {
  readonly mode: CollectorMode;
  /** Milliseconds since the epoch when the mode last changed; null where it never did. */
  readonly modeSince: number | null;
  /** Milliseconds, over the latest interval of measuring; null where it is not measured. */
  readonly eventLoopDelayP99: number | null;
}

/** Of a monitor that does not watch the event loop: everything is captured. */
export const NO_OVERLOAD: OverloadState = { mode: 'full', modeSince: null, eventLoopDelayP99: null };
