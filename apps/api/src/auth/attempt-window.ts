import { ProblemException } from '../problem/problem.exception.js';

const WINDOW_MS = 5 * 60_000;
const MAX_KEYS = 10_000;

/**
 * Allows so many failures per key within five minutes. An attempt counts as a failure until it is forgiven, so that
 * guesses sent all at once are counted too. Full, it forgets the oldest key: made-up keys cannot fill the memory.
 */
export class AttemptWindow {
  private readonly records = new Map<string, { count: number; readonly endsAt: number }>();

  constructor(private readonly maxFailures: number) {}

  /** @throws ProblemException 429 */
  begin(key: string, now = Date.now()): void {
    const record = this.records.get(key);
    if (!record || record.endsAt <= now) return this.open(key, now);
    if (record.count >= this.maxFailures) {
      const minutes = Math.ceil((record.endsAt - now) / 60_000);
      throw new ProblemException(429, `Too many failed sign-ins: try again in ${minutes} min.`);
    }
    record.count += 1;
  }

  /** The attempt succeeded: it does not count. */
  forgive(key: string): void {
    const record = this.records.get(key);
    if (record && record.count > 0) record.count -= 1;
  }

  private open(key: string, now: number): void {
    this.records.delete(key);
    const [oldest] = this.records.keys();
    if (this.records.size >= MAX_KEYS && oldest !== undefined) this.records.delete(oldest);
    this.records.set(key, { count: 1, endsAt: now + WINDOW_MS });
  }
}
