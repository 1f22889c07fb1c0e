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

  it('marks what it cuts: depth, width, length', () => {
    const deep: Record<string, unknown> = {};
    let at = deep;
    for (let i = 0; i < 50; i++) at = at['x'] = {} as Record<string, unknown>;
    expect(JSON.stringify(scrubber.object(deep))).toBe(
      '{"x":{"x":{"x":{"x":{"x":{"x":{"x":"[too deep]"}}}}}}}',
    );
    const { list } = scrubber.object({ list: Array(1_000).fill(1) });
    expect(list).toEqual([...Array(64).fill(1), '[936 more]']);
    const wide = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, index]));
    expect(Object.entries(scrubber.object(wide)).slice(63)).toEqual([
      ['k63', 63],
      ['…', '[36 more]'],
    ]);
    expect(scrubber.object({ text: 'x'.repeat(1e6) })['text']).toMatch(
      /^x{2000,}… \[cut: 1000000 characters in all\]$/,
    );
    expect(Object.keys(scrubber.object({ ['k'.repeat(1e6)]: 1 }))).toEqual([
      expect.stringMatching(/^k{80,}… \[cut: 1000000 characters in all\]$/),
    ]);
  });

  it('bounds one value to some 16,000 characters in all, and says where it stopped', () => {
    const wide = Array.from({ length: 64 }, () =>
      Array.from({ length: 64 }, () => Array(64).fill('x'.repeat(3_000))),
    );
    const json = JSON.stringify(scrubber.object({ wide, keys: { ['k'.repeat(500)]: 1 } }));
    expect(json.length).toBeLessThan(32_000);
    expect(json).toContain('[too large]');
  });

  it('hides card numbers that are numbers, and secrets that are keys', () => {
    expect(scrubber.object({ card: 4111111111111111, at: 1700000000000, 'https://a:b@x.org': 1 })).toEqual({
      card: '[scrubbed]',
      at: 1700000000000,
      'https://[scrubbed]@x.org': 1,
    });
  });

  it('hides the values of its own keys in texts too', () => {
    expect(scrubber.object({ note: 'orcid=0000-0001, author=Ada' })).toEqual({
      note: 'orcid=[scrubbed], author=Ada',
    });
  });

  it('tells of what cannot be read at all', () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(scrubber.object(trap)).toEqual({ '…': '[unreadable]' });
  });

  it('hands back an empty object for what is none', () => {
    expect([null, undefined, 'x', 1].map((value) => scrubber.object(value))).toEqual([{}, {}, {}, {}]);
  });
});
