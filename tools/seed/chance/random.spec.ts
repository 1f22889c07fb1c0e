import { Random } from './random.ts';

const take = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('Random', () => {
  it('gives the same numbers for the same seed, for ever', () => {
    const random = new Random('visits', 42);
    expect(take(3, () => random.bits())).toEqual([2116158901, 2715944194, 2648387306]);
  });

  it('tells apart seeds that differ in one part', () => {
    const seeds = [['a', 1], ['a', 2], ['b', 1], ['a1'], ['a', 1, 0]] as const;
    expect(new Set(seeds.map((seed) => new Random(...seed).hex(32))).size).toBe(seeds.length);
  });

  it('spreads floats evenly over 0 to 1', () => {
    const random = new Random('floats');
    const tenths = new Map<number, number>();
    for (const value of take(50_000, () => random.float()))
      tenths.set(Math.floor(10 * value), (tenths.get(Math.floor(10 * value)) ?? 0) + 1);
    expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const count of tenths.values()) expect(Math.abs(count - 5000)).toBeLessThan(300);
  });

  it('reaches both ends of an integer range, and nothing beyond', () => {
    const random = new Random('integers');
    const values = new Set(take(200, () => random.integer(-1, 2)));
    expect([...values].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('has half of its log-normal values below the median, and a tail above', () => {
    const random = new Random('times');
    const values = take(20_000, () => random.logNormal(100, 0.5)).sort((a, b) => a - b);
    expect(values[10_000]).toBeGreaterThan(97);
    expect(values[10_000]).toBeLessThan(103);
    // The 99th percentile of a log-normal: median * exp(2.326 * sigma).
    expect(values[19_800]).toBeGreaterThan(300);
    expect(values[19_800]).toBeLessThan(340);
  });

  it('picks by weight', () => {
    const random = new Random('weights');
    const picked = Array.from({ length: 10_000 }, () =>
      random.pickWeighted([['rare', 1] as const, ['never', 0] as const, ['common', 9] as const]),
    );
    expect(picked.filter((choice) => choice === 'never')).toHaveLength(0);
    expect(Math.abs(picked.filter((choice) => choice === 'rare').length - 1000)).toBeLessThan(150);
  });
});
