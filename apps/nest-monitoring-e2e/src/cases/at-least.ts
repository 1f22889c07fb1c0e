/** Matches a number, or the text of one, from a bound upwards. */
export const atLeast = (bound: number): unknown => new AtLeast(bound);

class AtLeast {
  constructor(private readonly bound: number) {}

  asymmetricMatch(value: unknown): boolean {
    return Number(value) >= this.bound;
  }

  toString(): string {
    return `at least ${this.bound}`;
  }
}
