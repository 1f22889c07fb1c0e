export { readSpan } from './read-span.js';
export { recomputeRollups } from './recompute-rollups.js';
export { FIGURES, verifyRollups, type Deviation } from './verify-rollups.js';
export type { Window } from './window.js';
