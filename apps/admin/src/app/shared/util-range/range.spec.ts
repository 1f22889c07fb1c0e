import { rangeLabel } from './range';

describe('rangeLabel', () => {
  const now = new Date('2026-11-23T12:00:00');

  it('names an offered range', () => expect(rangeLabel({ hours: 72 })).toBe('Last 3 days'));
  it('names any other number of hours', () => expect(rangeLabel({ hours: 13 })).toBe('Last 13 hours'));
  it('names a span by its ends', () => {
    const range = { from: '2026-11-23T10:00:00', to: '2026-11-23T12:00:00' };
    expect(rangeLabel(range, now)).toBe('23 Nov 10:00 – 23 Nov 12:00');
  });
  it('adds the year of a span in another year', () => {
    const range = { from: '2025-12-31T10:00:00', to: '2026-01-01T12:00:00' };
    expect(rangeLabel(range, now)).toBe('31 Dec 2025 10:00 – 1 Jan 12:00');
  });
});
