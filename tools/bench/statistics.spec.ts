import { median, quartiles } from './statistics.ts';

describe('statistics', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('takes the median of %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('has no median of nothing', () => {
    expect(median([])).toBeNaN();
  });

  it('puts quartiles between neighbours in proportion', () => {
    expect(quartiles([40, 10, 30, 20])).toEqual({ lower: 17.5, median: 25, upper: 32.5 });
  });
});
