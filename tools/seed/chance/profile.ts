/** How something that happens again and again is spread over a window: more here, less there. */
export class Profile {
  readonly #cumulative: Float64Array;

  /** @param weights of the window's equal steps, oldest first; each positive */
  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    this.#cumulative = new Float64Array(weights.length + 1);
    let sum = 0;
    for (const [step, weight] of weights.entries()) this.#cumulative[step + 1] = (sum += weight) / total;
    this.#cumulative[weights.length] = 1;
  }

  /** The share of all that has happened by `position`, which runs from 0 to 1 through the window. */
  shareBy(position: number): number {
    const at = position * (this.#cumulative.length - 1);
    const step = Math.min(Math.floor(at), this.#cumulative.length - 2);
    const [before, after] = this.#edges(step);
    return before + (at - step) * (after - before);
  }

  /** The position by which `share` of all has happened: the inverse of `shareBy`. */
  positionOf(share: number): number {
    let low = 0;
    let high = this.#cumulative.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#edges(middle)[0] <= share) low = middle;
      else high = middle - 1;
    }
    const [before, after] = this.#edges(low);
    return (low + (share - before) / (after - before)) / (this.#cumulative.length - 1);
  }

  #edges(step: number): [number, number] {
    return [this.#cumulative[step] ?? 0, this.#cumulative[step + 1] ?? 1];
  }
}
