import { rangeLabel, toHours } from './range';

describe('toHours', () => {
  it.each([
    ['1', 1],
    ['168', 168],
    ['5', 24],
    ['-1', 24],
    ['1e0', 24],
    [['1', '6'], 24],
    [undefined, 24],
  ])('reads %j as %d', (value, hours) => expect(toHours(value)).toBe(hours));
});

describe('rangeLabel', () => {
  it('names an offered range', () => expect(rangeLabel(72)).toBe('Last 3 days'));
});
