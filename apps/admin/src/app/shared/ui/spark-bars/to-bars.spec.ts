import { toBars } from './to-bars';

describe('toBars', () => {
  it('makes the highest count as high as the field', () => {
    expect(toBars([1, 4, 2]).map(({ height }) => height)).toEqual([6, 24, 12]);
  });

  it('fills the width, whatever the number of counts', () => {
    for (const length of [1, 5, 12]) {
      const last = toBars(Array(length).fill(1)).at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(96);
    }
  });

  it('shows a single occurrence beside a thousand, and none as a baseline', () => {
    const [none, one] = toBars([0, 1, 1000]);
    expect([none?.height, one?.height]).toEqual([1, 3]);
  });
});
