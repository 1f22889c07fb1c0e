import { createHash } from 'node:crypto';

/**
 * A stream of numbers that its seed alone decides: sfc32 of PractRand, seeded from SHA-256 of the parts.
 * @example new Random('visits', 42).float() // the same on every machine
 */
export class Random {
  readonly #state: Int32Array;

  constructor(...seed: readonly (string | number)[]) {
    const digest = createHash('sha256').update(JSON.stringify(seed)).digest();
    this.#state = Int32Array.from({ length: 4 }, (_, word) => digest.readInt32LE(4 * word));
  }

  /** 32 bits, not negative. */
  bits(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.#state;
    const sum = (a + b + counter) | 0;
    this.#state[0] = b ^ (b >>> 9);
    this.#state[1] = c + (c << 3);
    this.#state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.#state[3] = counter + 1;
    return sum >>> 0;
  }

  /** From 0 to below 1. */
  float(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.float() * (high - low + 1));
  }

  happens(probability: number): boolean {
    return this.float() < probability;
  }

  /** Log-normal: half of all values lie below `median`; `sigma` of 0.5 is a narrow tail, of 1 a wide one. */
  logNormal(median: number, sigma: number): number {
    // Box and Muller's transform; 1 - float() is never 0.
    const normal = Math.sqrt(-2 * Math.log(1 - this.float())) * Math.cos(2 * Math.PI * this.float());
    return median * Math.exp(sigma * normal);
  }

  /** @param choices at least one */
  pick<T>(choices: readonly T[]): T {
    return choices[this.integer(0, choices.length - 1)] as T;
  }

  /** @param choices at least one, each with its weight */
  pickWeighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.float() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const found = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1);
    return (found as readonly [T, number])[0];
  }

  /** @param length in digits, a multiple of 8 */
  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.bits().toString(16).padStart(8, '0');
    return text;
  }
}
