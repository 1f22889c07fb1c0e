import { judge } from './goal.ts';

const all = (value: number) => ({ lower: value, median: value, upper: value });

describe('a goal', () => {
  it.each([
    ['at most', 10, true],
    ['at most', 10.1, false],
    ['at least', 10, true],
    ['at least', 9.9, false],
    ['below', 9.9, true],
    ['below', 10, false],
    ['at most', NaN, false],
  ] as const)('of %s 10 is judged at %d', (bound, value, met) => {
    expect(judge({ of: 'value', bound, limit: 10 }, all(value)).met).toBe(met);
  });

  it('may be of the ratio, and says so', () => {
    const goal = { of: 'ratio', bound: 'at least', limit: 0.8 } as const;
    expect(judge(goal, all(0.81))).toEqual({ goal: '≥ 0.8 of it', met: true, sure: true });
  });

  it.each([
    [
      { lower: 8, median: 9, upper: 9.5 },
      { met: true, sure: true },
    ],
    [
      { lower: 8, median: 9, upper: 11 },
      { met: true, sure: false },
    ],
    [
      { lower: 9, median: 11, upper: 12 },
      { met: false, sure: false },
    ],
    [
      { lower: 11, median: 12, upper: 13 },
      { met: false, sure: true },
    ],
  ])('is surely met or missed only where half of the rounds agree: %j', (spread, verdict) => {
    expect(judge({ of: 'value', bound: 'at most', limit: 10 }, spread)).toMatchObject(verdict);
  });
});
