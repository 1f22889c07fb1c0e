import { binOf, entryOf } from './histogram.js';

describe('binOf', () => {
  it('is 0 for what is no time worth the name', () => {
    expect([0, -0, -5, Number.MIN_VALUE, 2 ** -20 - Number.EPSILON].map(binOf)).toEqual([0, 0, 0, 0, 0]);
  });

  it('gives each power of two 32 bins of equal width', () => {
    expect(binOf(2 ** -20)).toBe(1);
    expect(binOf(1)).toBe(1 + 20 * 32);
    expect([2, 2.0624, 2.0625, 3.9999, 4].map((value) => binOf(value) - binOf(2))).toEqual([0, 0, 1, 31, 32]);
  });

  it('has an end', () => {
    expect(binOf(Number.MAX_SAFE_INTEGER)).toBe(2336);
    expect(Number.isSafeInteger(entryOf(2336, Number.MAX_SAFE_INTEGER))).toBe(true);
  });
});
