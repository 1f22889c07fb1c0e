const throws = (): never => {
  throw new Error('thrown by a value');
};

function nested(depth: number): object {
  let value: object = {};
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { deeper: value };
  return value;
}

function cyclic(): object {
  const value: { self?: object; list: object[] } = { list: [] };
  value.self = value;
  value.list.push(value.list, value);
  return value;
}

/** A proxy that throws whatever is asked of it. */
function trapped(): object {
  const traps = Object.getOwnPropertyNames(Reflect).map((trap) => [trap, throws]);
  return new Proxy({}, Object.fromEntries(traps) as ProxyHandler<object>);
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

class HostileArray extends Array<unknown> {
  override slice = throws;
  override [Symbol.iterator] = throws;
}

class HostileDate extends Date {
  override toISOString(): string {
    return cyclic() as never;
  }
}

/** Never to be asked: they would keep the host for ever. */
function endless(): never {
  for (;;);
}

const surrogate = 'a\ud800b';

/** What a host without types may log by mistake, or its attackers may have it log. */
export const HOSTILE_VALUES: readonly (readonly [string, unknown])[] = [
  ['a NUL', 'a\0b'],
  ['a lone surrogate', surrogate],
  ['NUL and a lone surrogate in keys', { 'a\0b': 1, [surrogate]: 2 }],
  ['keys of 64 kB', { [`${'k'.repeat(65_536)}1`]: 1, [`${'k'.repeat(65_536)}2`]: 2 }],
  ['a text of 4 MB', 'x'.repeat(4_000_000)],
  ['JSON that is 100,000 levels deep', nested(100_000)],
  ['a cycle', cyclic()],
  ['100,000 keys', Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`k${key}`, key]))],
  ['an array of four thousand million', Object.assign([], { length: 2 ** 32 - 1 })],
  ['an overflowing integer', 2 ** 70],
  ['NaN', Number.NaN],
  ['a bigint', 10n ** 40n],
  ['a symbol', Symbol('rubbish')],
  ['a function', throws],
  ['null', null],
  ['getters that throw', Object.defineProperty({}, 'x', { get: throws, enumerable: true })],
  ['a toJSON that throws', { toJSON: throws }],
  ['a toJSON that never returns', { toJSON: endless }],
  ['a toString that throws', { toString: throws }],
  ['a Symbol.toPrimitive that throws', { [Symbol.toPrimitive]: throws }],
  [
    'an iterator without end',
    {
      *[Symbol.iterator]() {
        for (;;) yield 1;
      },
    },
  ],
  ['an array with methods of its own', HostileArray.from([1, 2])],
  ['a date with methods of its own', new HostileDate()],
  ['a date that is none', new Date(Number.NaN)],
  ['an error with a symbol for a message', Object.assign(new Error('x'), { message: Symbol('rubbish') })],
  ['a proxy that throws', trapped()],
  ['a proxy that was revoked', revoked()],
  ['a promise that is rejected later', { then: throws }],
];
