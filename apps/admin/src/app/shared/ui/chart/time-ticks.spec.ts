import { tickLabel, timeTicks } from './time-ticks';

const HOUR = 3_600_000;
const noon = new Date(2026, 10, 23, 12, 0).getTime();

describe('timeTicks', () => {
  it.each([
    [1, 10 * 60_000],
    [6, HOUR],
    [24, 4 * HOUR],
    [72, 12 * HOUR],
    [168, 24 * HOUR],
  ])('puts a few round times on %d hours', (hours, step) => {
    const from = noon - hours * HOUR + 123_456;
    const ticks = timeTicks(from, noon + 123_456);
    expect(ticks.length).toBeGreaterThanOrEqual(5);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.every((tick) => tick >= from && tick <= noon + 123_456)).toBe(true);
    expect((ticks[1] ?? 0) - (ticks[0] ?? 0)).toBe(step);
    expect(new Date(ticks[0] ?? 0).getMinutes() % 10).toBe(0);
  });

  it('copes with the longest range', () => {
    expect(timeTicks(noon - 8784 * HOUR, noon).length).toBeLessThanOrEqual(14);
  });
});

describe('tickLabel', () => {
  it('is a time within a day, and a date where a day begins on a longer axis', () => {
    const midnight = new Date(2026, 10, 23).getTime();
    expect(tickLabel(noon, 24 * HOUR)).toBe('12:00');
    expect(tickLabel(midnight, 24 * HOUR)).toBe('00:00');
    expect(tickLabel(midnight, 72 * HOUR)).toBe('23 Nov');
  });
});
