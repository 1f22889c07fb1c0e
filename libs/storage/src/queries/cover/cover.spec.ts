import { randomNumbers } from '../../testing/random-numbers.js';
import { UNITS } from '../../rollups/rollup-kind.js';
import { coverOf, type Buckets, type Piece } from './cover.js';

const at = (text: string) => new Date(`2026-01-31T${text}Z`);
const all: Buckets = { units: ['minute', 'hour', 'day'], minutesSince: 0 };
const written = (pieces: readonly Piece[]) =>
  pieces.map(({ unit, from, to }) =>
    [unit, ...[from, to].map((time) => new Date(time).toISOString().slice(8, 19))].join(' '),
  );

describe('the cover of a window', () => {
  it('is one bucket where the window is one', () => {
    const day = { from: at('00:00:00'), to: new Date('2026-02-01T00:00:00Z') };
    expect(written(coverOf(day, all, false))).toEqual(['day 31T00:00:00 01T00:00:00']);
  });

  it('has the widest buckets in its middle, and raw rows at its edges', () => {
    const window = { from: at('00:58:30'), to: at('03:02:10') };
    expect(written(coverOf(window, all, false))).toEqual([
      'raw 31T00:58:30 31T00:59:00',
      'minute 31T00:59:00 31T01:00:00',
      'hour 31T01:00:00 31T03:00:00',
      'minute 31T03:00:00 31T03:02:00',
      'raw 31T03:02:00 31T03:02:10',
    ]);
  });

  it('ends with whole buckets where nothing comes after it', () => {
    const window = { from: at('23:00:00'), to: at('23:02:10') };
    const buckets: Buckets = { ...all, units: ['minute', 'hour'] };
    expect(written(coverOf(window, buckets, true))).toEqual(['hour 31T23:00:00 01T00:00:00']);
  });

  it('has raw rows where minutes are not kept any more', () => {
    const window = { from: at('10:00:00'), to: at('10:30:00') };
    const buckets: Buckets = { units: ['minute'], minutesSince: at('10:20:00').getTime() };
    expect(written(coverOf(window, buckets, false))).toEqual([
      'raw 31T10:00:00 31T10:20:00',
      'minute 31T10:20:00 31T10:30:00',
    ]);
  });

  it('is raw rows alone where there are no buckets', () => {
    const window = { from: at('10:00:00'), to: at('12:00:00') };
    expect(written(coverOf(window, { units: [], minutesSince: 0 }, false))).toEqual([
      'raw 31T10:00:00 31T12:00:00',
    ]);
  });

  it('covers any window wholly and once, with either end', () => {
    const random = randomNumbers(5);
    for (let round = 0; round < 300; round++) {
      const from = Math.floor(random() * 3e8);
      const to = from + 1 + Math.floor(random() ** 4 * 3e8);
      for (const hasOpenEnd of [false, true]) {
        const pieces = coverOf({ from: new Date(from), to: new Date(to) }, all, hasOpenEnd);
        expect(pieces[0]?.from).toBe(from);
        const end = pieces.at(-1)?.to ?? NaN;
        if (hasOpenEnd) expect(end).toBeGreaterThanOrEqual(to);
        else expect(end).toBe(to);
        pieces.slice(1).forEach((piece, index) => expect(piece.from).toBe(pieces[index]?.to));
        for (const { unit, from: first, to: last } of pieces)
          if (unit !== 'raw') expect([first % UNITS[unit], last % UNITS[unit]]).toEqual([0, 0]);
      }
    }
  });
});
