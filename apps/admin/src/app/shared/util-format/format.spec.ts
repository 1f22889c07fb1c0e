import {
  formatAge,
  formatBytes,
  formatCount,
  formatMicros,
  formatMs,
  formatPercent,
  formatShare,
  formatThroughput,
  NO_VALUE,
} from './format';

describe('formatPercent', () => {
  it.each([
    [0, '0 %'],
    [0.004, '< 0.01 %'],
    [1.255, '1.26 %'],
    [99.995, '> 99.99 %'],
    [100, '100 %'],
  ])('writes %d as %s', (value, text) => expect(formatPercent(value)).toBe(text));
});

describe('formatShare', () => {
  it.each([
    [0.34, '0.3 %'],
    [12.34, '12 %'],
    [1234.5, '1,235 %'],
  ])('writes %d as %s', (value, text) => expect(formatShare(value)).toBe(text));
});

describe('formatMs', () => {
  it.each([
    [0, '0 ms'],
    [0.04, '< 0.1 ms'],
    [12.34, '12.3 ms'],
    [234.4, '234 ms'],
    [999.6, '1 s'],
    [1234, '1.23 s'],
    [90_000, '1.5 min'],
  ])('writes %d as %s', (value, text) => expect(formatMs(value)).toBe(text));
});

describe('formatMicros', () => {
  it.each([
    [0.04, '0 µs'],
    [6.24, '6.2 µs'],
    [99.96, '100 µs'],
    [412.3, '412 µs'],
    [1_500, '1.5 ms'],
  ])('writes %d as %s', (value, text) => expect(formatMicros(value)).toBe(text));
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_250, '1.3 kB'],
    [33_554_432, '33.6 MB'],
    [5e12, '5,000 GB'],
  ])('writes %d as %s', (value, text) => expect(formatBytes(value)).toBe(text));
});

describe('formatCount', () => {
  it('groups the digits of a large count', () => expect(formatCount(1_234_567)).toBe('1,234,567'));
});

describe('formatThroughput', () => {
  it.each([
    [90, '1.5 per minute'],
    [60, '1 per minute'],
    [26.9, '26.9 per hour'],
  ])('writes %d an hour as %s', (value, text) => expect(formatThroughput(value)).toBe(text));
});

describe('formatAge', () => {
  const now = new Date('2026-11-23T12:00:00Z');

  it.each([
    ['2026-11-23T11:59:30Z', 'just now'],
    ['2026-11-23T11:55:00Z', '5 min. ago'],
    ['2026-11-23T10:00:00Z', '2 hr. ago'],
    ['2026-11-20T12:00:00Z', '3 days ago'],
    ['2026-11-23T12:00:09Z', 'just now'],
  ])('calls %s %s', (value, text) => expect(formatAge(value, now)).toBe(text));
});

it('shows a dash where there is nothing to show', () => {
  expect([formatCount(null), formatMs(null), formatPercent(undefined), formatAge(null)]).toEqual(
    Array(4).fill(NO_VALUE),
  );
});
