import { MOST_NAMES, NameLimit } from './name-limit.js';

const HOUR = 3_600_000;

function bring(limit: NameLimit, prefix: string, count: number, now: number): number {
  const names = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  return names.filter((name) => limit.admits(name, now)).length;
}

describe('NameLimit', () => {
  it('admits so many names an hour, each for all of it', () => {
    const limit = new NameLimit();
    expect(bring(limit, 'a', MOST_NAMES + 5, 0)).toBe(MOST_NAMES);
    expect(bring(limit, 'a', MOST_NAMES + 5, HOUR - 1)).toBe(MOST_NAMES);
    expect(bring(limit, 'b', 5, HOUR)).toBe(5);
  });

  it('keeps the place of names in use, whoever was faster in the next hour', () => {
    const limit = new NameLimit();
    expect(bring(limit, 'route', 300, 0)).toBe(300);
    expect(bring(limit, 'flood', 5000, HOUR)).toBe(MOST_NAMES);
    expect(bring(limit, 'route', 300, HOUR)).toBe(300);
  });

  it('has an upper bound, however long it goes on', () => {
    const limit = new NameLimit();
    for (let hour = 0; hour < 5; hour++) {
      const now = hour * HOUR;
      const admitted = bring(limit, `new${hour}-`, 5000, now) + bring(limit, `new${hour - 1}-`, 5000, now);
      expect(admitted).toBeLessThanOrEqual(2 * MOST_NAMES);
    }
  });
});
