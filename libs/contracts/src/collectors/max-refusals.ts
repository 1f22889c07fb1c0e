/** Reasons of refusals that are listed at most: those that came last. */
export const MAX_REFUSALS = 50;
