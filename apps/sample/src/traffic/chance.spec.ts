import { jest } from '@jest/globals';
import { exponential, happens, pick, pickWeighted } from './chance.js';

const draw = (value: number) => jest.spyOn(Math, 'random').mockReturnValue(value);

afterEach(() => jest.restoreAllMocks());

describe('chance', () => {
  it('waits between nothing and ten times the mean', () => {
    draw(0);
    expect(exponential(900)).toBeCloseTo(0, 12);
    draw(1 - Math.exp(-1));
    expect(exponential(900)).toBeCloseTo(900, 6);
    draw(1 - Number.EPSILON);
    expect(exponential(900)).toBe(9000);
  });

  it.each([
    [0.29, true],
    [0.3, false],
  ])('happens up to its probability: %f', (drawn, happened) => {
    draw(drawn);
    expect(happens(0.3)).toBe(happened);
  });

  it.each([
    [0, 'a', 'a'],
    [0.74, 'c', 'a'],
    [0.76, 'd', 'b'],
    [0.999, 'd', 'b'],
  ])('picks evenly, or by weight: %f', (drawn, even, weighted) => {
    draw(drawn);
    expect(pick(['a', 'b', 'c', 'd'])).toBe(even);
    expect(pickWeighted([['a', 3] as const, ['never', 0] as const, ['b', 1] as const])).toBe(weighted);
  });
});
