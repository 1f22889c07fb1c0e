import { json } from './json.js';

const cleaned = (value: unknown): unknown => JSON.parse(json(value));

describe('json', () => {
  it('keeps what JSON holds', () => {
    const value = { text: 'a', number: 1.5, yes: true, none: null, list: [1, { a: 'b' }], nested: { a: {} } };
    expect(cleaned(value)).toEqual(value);
  });

  it.each([[undefined], [null], ['text'], [7], [[1, 2]]])('is an empty object for %j', (value) => {
    expect(json(value)).toBe('{}');
  });

  it('spells what JSON does not hold', () => {
    const date = new Date(0);
    expect(
      cleaned({ date, never: new Date(Number.NaN), big: 2n ** 64n, nan: Number.NaN, call: () => 1 }),
    ).toEqual({
      date: '1970-01-01T00:00:00.000Z',
      never: null,
      big: '18446744073709551616',
      nan: null,
      call: null,
    });
  });

  it('removes what PostgreSQL refuses, from keys too', () => {
    expect(json({ 'a\0': ['\0b\udc00'] })).toBe('{"a":["b\ufffd"]}');
  });

  it.each([
    [
      'many entries',
      Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])),
      200,
    ],
    ['few entries', { a: 'x'.repeat(1000), b: null, c: Number.NaN }, 3],
  ])('keeps what is reasonable of %s', (_, value, kept) => {
    expect(Object.keys(cleaned(value) as object)).toHaveLength(kept);
  });

  it('spells an object of a class by its own entries, whatever its toJSON says', () => {
    class Paper {
      readonly title = 'Growth';
      toJSON() {
        return 'rubbish';
      }
    }
    expect(cleaned(new Paper())).toEqual({ title: 'Growth' });
  });

  it('takes __proto__ as a key like any other', () => {
    expect(json(JSON.parse('{"__proto__":{"polluted":true}}'))).toBe('{"__proto__":{"polluted":true}}');
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('ends where an object contains itself, or throws', () => {
    const loop: Record<string, unknown> = { a: 1 };
    loop['self'] = loop;
    expect(json(loop).length).toBeLessThan(1000);
    const trap = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    expect(json({ trap })).toBe('{}');
  });

  it('stays small, however large the object', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`key${index}`, 'x'.repeat(1000)]),
    );
    expect(json({ many, long: 'x'.repeat(1e6) }).length).toBeLessThan(40_000);
    const wide = (depth: number): unknown => (depth ? Array.from({ length: 200 }, () => wide(depth - 1)) : 1);
    expect(json({ wide: wide(3) }).length).toBeLessThan(40_000);
  });
});
