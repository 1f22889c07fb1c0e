import type { Random } from './random.ts';

/** Zipf's law: the first choice is taken most, the n-th 1/n as often. */
export class Zipf<T> {
  readonly #choices: readonly T[];
  readonly #limits: readonly number[];

  /** @param choices at least one, the commonest first */
  constructor(choices: readonly T[]) {
    let sum = 0;
    this.#choices = choices;
    this.#limits = choices.map((_, index) => (sum += 1 / (index + 1)));
  }

  pick(random: Random): T {
    const point = random.float() * (this.#limits.at(-1) ?? 0);
    return this.#choices[this.#limits.findIndex((limit) => point < limit)] as T;
  }
}
