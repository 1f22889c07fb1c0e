import { double, duration, natural, statusCode } from './number.js';
import { rateLimit } from './rate-limit.js';
import { text } from './text.js';
import { milliseconds } from './time.js';

describe('text', () => {
  it.each([
    ['plain', 'plain'],
    ['\0N\0UL\0', 'NUL'],
    ['lone \ud83d surrogate', 'lone \ufffd surrogate'],
    ['pair \u{1f600}', 'pair \u{1f600}'],
    ['', ''],
    [42, '42'],
    [10n, '10'],
    [false, 'false'],
    [null, null],
    [undefined, null],
    [{ toString: () => 'x' }, null],
    [Symbol('x'), null],
  ])('of %p is %j', (value, expected) => expect(text(value, 100)).toBe(expected));

  it('is cut, never through a character', () => {
    expect(text('abcdef', 3)).toBe('abc');
    expect(text('ab\u{1f600}', 3)).toBe('ab\ufffd');
  });
});

describe('numbers', () => {
  it.each([
    [1.5, 1.5, 1.5, null, null],
    [-7, -7, null, null, null],
    [0, 0, 0, 0, null],
    [99, 99, 99, 99, null],
    [100, 100, 100, 100, 100],
    [599, 599, 599, 599, 599],
    [600, 600, 600, 600, null],
    [2 ** 60, 2 ** 60, null, null, null],
    [Number.NaN, null, null, null, null],
    [Number.POSITIVE_INFINITY, null, null, null, null],
    ['200', null, null, null, null],
    [undefined, null, null, null, null],
  ])('%p is %p as a double, %p as a duration, %p as natural, %p as a status', (value, ...expected) => {
    expect([double(value), duration(value), natural(value), statusCode(value)]).toEqual(expected);
  });
});

describe('milliseconds', () => {
  it.each([
    [1_795_466_400_000.75, 1_795_466_400_000],
    [0, 0],
    [-1, null],
    [253_402_300_800_000, null],
    [Number.NaN, null],
    ['2026', null],
    [null, null],
  ])('of %p is %p', (value, expected) => expect(milliseconds(value)).toBe(expected));
});

describe('rateLimit', () => {
  const resetAt = '2026-11-27T12:00:00.000Z';

  it.each([
    [
      { limit: 60, remaining: 0, resetAt },
      { limit: 60, remaining: 0, resetAt },
    ],
    [
      { limit: '60', remaining: 7, other: 'x' },
      { limit: null, remaining: 7, resetAt: null },
    ],
    [
      { limit: -1, remaining: 1.5, resetAt: '2026-11-27T13:00:00+01:00' },
      { limit: null, remaining: null, resetAt },
    ],
  ])('of %j keeps its figures', (value, kept) => expect(JSON.parse(rateLimit(value) ?? '')).toEqual(kept));

  it.each([
    [undefined],
    [null],
    ['60'],
    [{}],
    [[60, 7]],
    [{ limit: Number.NaN, remaining: Number.POSITIVE_INFINITY, resetAt: 'never' }],
    [{ resetAt: `${resetAt}${' '.repeat(1e6)}` }],
    [{ resetAt: '7' }],
    [{ resetAt: '+099999-01-01T00:00:00Z' }],
  ])('is null for %p', (value) => expect(rateLimit(value)).toBeNull());
});
