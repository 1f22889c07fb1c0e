/** Names that a process may bring in an hour, in addition to those that it goes on using. */
export const MOST_NAMES = 1000;

const HOUR_MS = 3_600_000;

/**
 * Which names are counted apart. An app whose every URL is another endpoint, or that calls a host of its users' choice,
 * would else make more buckets than requests. Names that were in use in the last hour keep their place.
 */
export class NameLimit {
  #hour = 0;
  #names = new Set<string>();
  #lastHour = new Set<string>();

  admits(name: string, now: number): boolean {
    this.#turn(Math.floor(now / HOUR_MS));
    if (this.#names.has(name)) return true;
    const most = this.#lastHour.has(name) ? 2 * MOST_NAMES : MOST_NAMES;
    if (this.#names.size >= most) return false;
    this.#names.add(name);
    return true;
  }

  #turn(hour: number): void {
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#lastHour = this.#names;
    this.#names = new Set();
  }
}
