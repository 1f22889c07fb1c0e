import { mapInTurns } from './map-in-turns.js';

const hold = (milliseconds: number) => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};

describe('mapInTurns', () => {
  it('maps in order', async () => {
    expect(await mapInTurns([1, 2, 3], (item) => item * 2)).toEqual([2, 4, 6]);
    expect(await mapInTurns([], String)).toEqual([]);
  });

  it('lets others have their turn while it takes long', async () => {
    let turns = 0;
    const count = () => {
      turns++;
      immediate = setImmediate(count);
    };
    let immediate = setImmediate(count);
    await mapInTurns([5, 5, 5], hold);
    clearImmediate(immediate);
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});
