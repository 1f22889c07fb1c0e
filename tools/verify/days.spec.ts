import { daysOf } from './days.ts';

const cut = (from: string, to: string) =>
  Array.from(daysOf(Date.parse(from), Date.parse(to)), (day) => [
    day.from.toISOString(),
    day.to.toISOString(),
  ]);

describe('daysOf', () => {
  it('cuts at midnight UTC, and leaves nothing out', () => {
    expect(cut('2026-03-01T22:00:00Z', '2026-03-03T01:00:00Z')).toEqual([
      ['2026-03-01T22:00:00.000Z', '2026-03-02T00:00:00.000Z'],
      ['2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z'],
      ['2026-03-03T00:00:00.000Z', '2026-03-03T01:00:00.000Z'],
    ]);
  });

  it('finds no day in an empty window', () => {
    expect(cut('2026-03-01T22:00:00Z', '2026-03-01T22:00:00Z')).toEqual([]);
  });
});
