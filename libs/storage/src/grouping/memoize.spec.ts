import { jest } from '@jest/globals';
import { memoize } from './memoize.js';

describe('memoize', () => {
  const counted = () => {
    const make = jest.fn((text: string) => text.toUpperCase());
    return { make, remembered: memoize(make) };
  };

  it('works a text out once, also when others came in between', () => {
    const { make, remembered } = counted();
    expect(['a', 'a', 'b', 'a'].map(remembered)).toEqual(['A', 'A', 'B', 'A']);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('goes on after more texts than it remembers', () => {
    const { remembered } = counted();
    const texts = Array.from({ length: 1_000 }, (_, index) => `text ${index % 300}`);
    expect(texts.map(remembered)).toEqual(texts.map((text) => text.toUpperCase()));
  });

  it('does not keep long texts', () => {
    const { make, remembered } = counted();
    const long = 'x'.repeat(10_000);
    expect([long, 'a', long].map(remembered)).toEqual([long.toUpperCase(), 'A', long.toUpperCase()]);
    expect(make).toHaveBeenCalledTimes(3);
  });
});
