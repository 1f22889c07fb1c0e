import { InvalidCursorError, decodeCursor, encodeCursor } from './cursor.js';

const position = { value: 1_795_466_400_000, id: '019ab000-0000-7000-8000-000000000000' };
const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a cursor', () => {
  it('leads back to where a page ended', () => {
    expect(decodeCursor('count desc', encodeCursor('count desc', position))).toEqual(position);
  });

  it.each([
    ['another order', encodeCursor('count asc', position)],
    ['no order', forged(position.value, position.id)],
    ['a text', forged('count desc', '1', position.id)],
    ['a negative value', forged('count desc', -1, position.id)],
    ['a fraction', forged('count desc', 0.5, position.id)],
    ['a value beyond exactness', forged('count desc', 1e300, position.id)],
    ['no id', forged('count desc', 1)],
    ['SQL', forged('count desc', 1, `' OR true --`)],
    ['an object', Buffer.from('{}').toString('base64url')],
    ['no JSON', 'x'],
    ['nothing', ''],
  ])('is refused with %s', (_, cursor) => {
    expect(() => decodeCursor('count desc', cursor)).toThrow(InvalidCursorError);
  });
});
