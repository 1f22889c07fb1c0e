import { Reservoir } from './reservoir.js';
import { randomNumbers } from '@scitex/monitoring-storage/testing';

interface Value {
  readonly value: number;
  readonly weight?: number;
}

function merged(values: readonly number[], capacity: number, random: () => number): Value[] {
  const reservoir = new Reservoir<Value>(capacity, random);
  for (const value of values) reservoir.add({ value });
  return reservoir.weighed();
}

const countOf = (rows: readonly Value[]) => rows.reduce((sum, { weight = 1 }) => sum + weight, 0);

describe('Reservoir', () => {
  const random = randomNumbers(1);

  it('keeps everything while it has room, and then says nothing of weights', () => {
    expect(merged([3, 1, 2], 3, random)).toEqual([{ value: 3 }, { value: 1 }, { value: 2 }]);
  });

  it.each([1, 2, 4, 7, 64])('counts exactly with room for %i', (capacity) => {
    for (let count = 1; count < 200; count++) {
      const rows = merged(
        Array.from({ length: count }, (_, value) => value),
        capacity,
        random,
      );
      expect(countOf(rows)).toBe(count);
      expect(rows).toHaveLength(Math.min(count, capacity));
      const weights = rows.map(({ weight = 1 }) => weight);
      expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(1);
    }
  });

  it('favours no value, whenever it came', () => {
    const values = Array.from({ length: 11 }, (_, value) => value);
    const seen = values.map(() => 0);
    for (let round = 0; round < 20_000; round++)
      for (const { value, weight = 1 } of merged(values, 4, random))
        seen[value] = (seen[value] ?? 0) + weight;
    // The expectation is 20,000 each; five standard deviations are about 1,000.
    for (const count of seen) expect(Math.abs(count - 20_000)).toBeLessThan(1_000);
  });
});
