const CALLS = 240;
const WINDOW_MS = 60_000;

/** How many calls a server takes in a minute, and how it tells its callers. It only counts: nobody is turned away. */
export class Allowance {
  private window = 0;
  private used = 0;

  /** The headers of the answer to one call more. */
  take(now = Date.now()): Record<string, number> {
    const window = Math.floor(now / WINDOW_MS);
    this.used = window === this.window ? this.used + 1 : 1;
    this.window = window;
    return {
      'x-ratelimit-limit': CALLS,
      'x-ratelimit-remaining': Math.max(0, CALLS - this.used),
      'x-ratelimit-reset': ((window + 1) * WINDOW_MS) / 1000,
    };
  }
}
