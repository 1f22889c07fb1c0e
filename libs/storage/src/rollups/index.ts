export { readSpan } from './read-span.js';
export { recomputeRollups } from './recompute-rollups.js';
export { COMPARED, verifyRollups, type Deviation } from './verify-rollups.js';
export type { Window } from './window.js';
