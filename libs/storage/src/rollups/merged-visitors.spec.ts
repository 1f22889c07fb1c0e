import { randomNumbers } from '../testing/random-numbers.js';
import { MergedVisitors } from './merged-visitors.js';

const entry = (id: bigint, count: number) => {
  const bytes = Buffer.alloc(12);
  bytes.writeBigInt64BE(id);
  bytes.writeUInt32BE(count, 8);
  return bytes;
};

describe('merged visitors', () => {
  it.each([1, 2])('are those of all groups, and each group has its own (%i)', (seed) => {
    const random = randomNumbers(seed);
    const ids = Array.from({ length: 9000 }, () =>
      BigInt.asIntN(64, (BigInt(Math.floor(random() * 2 ** 32)) << 32n) | BigInt(Math.floor(random() * 9))),
    );
    const merged = new MergedVisitors();
    const counts = new Map<bigint, number>();
    for (let group = 0; group < 20; group++) {
      const visits = Array.from({ length: 3000 }, () => ({
        id: ids[Math.floor(random() ** 2 * ids.length)] ?? 0n,
        count: 1 + Math.floor(random() ** 9 * (2 ** 32 - 2)),
      }));
      for (const { id, count } of visits) counts.set(id, (counts.get(id) ?? 0) + count);
      const entries = Buffer.concat(visits.map(({ id, count }) => entry(id, count)));
      const half = 12 * 1000;
      const met = merged.add(entries.subarray(0, half), group) + merged.add(entries.subarray(half), group);
      expect(met).toBe(new Set(visits.map(({ id }) => id)).size);
    }
    expect(merged.size).toBe(counts.size);
    const all = [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
    expect(merged.top(10).sort((a, b) => b.count - a.count)).toEqual(all.slice(0, 10));
  });

  it('are all among the top who are tied with the last of them', () => {
    const merged = new MergedVisitors();
    merged.add(Buffer.concat([5, 3, 3, 3, 1].map((count, index) => entry(BigInt(-index), count))), 0);
    expect(
      merged
        .top(2)
        .map(({ count }) => count)
        .sort(),
    ).toEqual([3, 3, 3, 5]);
    expect(merged.top(9)).toHaveLength(5);
  });

  it('of nothing are nobody', () => {
    const merged = new MergedVisitors();
    expect([merged.add(Buffer.alloc(0), 0), merged.size, merged.top(10)]).toEqual([0, 0, []]);
  });
});
