import { judge } from './goal.ts';

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
    expect(judge({ of: 'value', bound, limit: 10 }, { value, ratio: 0 }).met).toBe(met);
  });

  it('may be of the ratio, and says so', () => {
    const goal = { of: 'ratio', bound: 'at least', limit: 0.8 } as const;
    expect(judge(goal, { value: 0, ratio: 0.81 })).toEqual({ goal: '≥ 0.8 of it', met: true });
  });
});
