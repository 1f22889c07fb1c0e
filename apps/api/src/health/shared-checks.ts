import { ProblemException } from '../problem/problem.exception.js';
import { SharedReads } from '../range/shared-reads.js';

/** Well below the store's pool, so that these never take it all. */
const MAX_RUNNING = 4;

/**
 * Runs the checks that callers without credentials ask for: like ones at once are one, and few run at a time, so
 * that nobody can keep the store busy from outside. 429 when four others run, all unlike the one that is asked for.
 */
export class SharedChecks<T> extends SharedReads<T> {
  constructor() {
    super((running) => {
      if (running >= MAX_RUNNING)
        throw new ProblemException(429, 'Too many checks run: try again in a moment, or with credentials.');
    });
  }
}
