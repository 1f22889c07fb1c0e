import { ProblemException } from '../problem/problem.exception.js';

/** Well below the store's pool, so that these never take it all. */
const MAX_RUNNING = 4;

/**
 * Runs the checks that callers without credentials ask for: like ones at once are one, and few run at a time, so
 * that nobody can keep the store busy from outside.
 */
export class SharedChecks<T> {
  private readonly running = new Map<string, Promise<T>>();

  /** @throws ProblemException 429 when four others, all unlike this one, run */
  run(query: object, check: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(query);
    const shared = this.running.get(key);
    if (shared) return shared;
    if (this.running.size >= MAX_RUNNING) {
      throw new ProblemException(429, 'Too many checks run: try again in a moment, or with credentials.');
    }
    const own = check().finally(() => this.running.delete(key));
    this.running.set(key, own);
    return own;
  }
}
