import type { OverloadState } from '../overload-state.js';

/** How much is kept. */
export interface Step {
  readonly mode: OverloadState['mode'];
  /** Alike events of one interval that are kept as rows of their own at most; the others add to their weights. */
  readonly rowsPerKey: number;
}

export const FULL: Step = { mode: 'full', rowsPerKey: Infinity };

/** From everything to the least, one after the other: every further one leaves the host more. */
export const STEPS: readonly Step[] = [
  FULL,
  { mode: 'reduced', rowsPerKey: Infinity },
  { mode: 'sampled', rowsPerKey: 64 },
  { mode: 'sampled', rowsPerKey: 16 },
  { mode: 'sampled', rowsPerKey: 4 },
];
