import { Scrubber } from './scrubber.js';

const scrubber = new Scrubber(['orcid']);

describe('Scrubber', () => {
  it('hides the values of sensitive keys, however deep', () => {
    expect(scrubber.object({ a: [{ password: 'x', author: 'Ada' }], orcid: '0000' })).toEqual({
      a: [{ password: '[scrubbed]', author: 'Ada' }],
      orcid: '[scrubbed]',
    });
  });

  it('hides the credentials in URLs', () => {
    expect(scrubber.object({ url: 'see postgres://ada:pw@db/x' })).toEqual({
      url: 'see postgres://[scrubbed]@db/x',
    });
  });

  it('survives cycles, and tells an object that occurs twice from one', () => {
    const twice = { x: 1 };
    const cyclic: Record<string, unknown> = { a: twice, b: twice };
    cyclic['self'] = cyclic;
    expect(scrubber.object(cyclic)).toEqual({ a: { x: 1 }, b: { x: 1 }, self: '[circular]' });
  });

  it('survives getters and proxies that throw', () => {
    const value = {
      good: 1,
      get bad(): never {
        throw new Error('no');
      },
      trap: new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    };
    expect(scrubber.object(value)).toEqual({ good: 1, bad: '[unreadable]', trap: '[unreadable]' });
  });

  it('makes JSON of what JSON does not know', () => {
    const value = {
      nan: NaN,
      big: 2n ** 64n,
      date: new Date(0),
      bytes: Buffer.alloc(3),
      call: () => 1,
      none: undefined,
    };
    expect(scrubber.object(value)).toEqual({
      nan: 'NaN',
      big: '18446744073709551616',
      date: '1970-01-01T00:00:00.000Z',
      bytes: '[3 bytes]',
      call: '[function]',
      none: '[undefined]',
    });
  });

  it('does not take __proto__ for more than a key', () => {
    const scrubbed = scrubber.object(JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(Object.getPrototypeOf(scrubbed)).toBe(Object.prototype);
    expect(JSON.stringify(scrubbed)).toBe('{"__proto__":{"polluted":true}}');
  });

  it('caps depth, width and size', () => {
    const deep: Record<string, unknown> = {};
    let at = deep;
    for (let i = 0; i < 50; i++) at = at['x'] = {} as Record<string, unknown>;
    expect(JSON.stringify(scrubber.object(deep))).toContain('[too deep]');
    expect((scrubber.object({ list: Array(1_000).fill(1) })['list'] as unknown[]).length).toBe(64);
    expect((scrubber.object({ text: 'x'.repeat(1e6) })['text'] as string).length).toBeLessThanOrEqual(2_048);
    const wide = Array.from({ length: 64 }, () =>
      Array.from({ length: 64 }, () => Array(64).fill('x'.repeat(3_000))),
    );
    expect(JSON.stringify(scrubber.object({ wide })).length).toBeLessThan(2_000_000);
  });

  it('hands back an empty object for what is none', () => {
    expect([null, undefined, 'x', 1].map((value) => scrubber.object(value))).toEqual([{}, {}, {}, {}]);
  });
});
