import { jest } from '@jest/globals';
import { SharedReads } from './shared-reads.js';

let shown: number;
let asked: number;
let reads: SharedReads<string>;
beforeEach(() => {
  shown = 1;
  asked = 0;
  reads = new SharedReads(async () => String(shown));
});
afterEach(() => jest.useRealTimers());

/** A read that tells what the store showed when it began, and waits until it may end. */
function begun(query = {}) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const read = async () => {
    asked += 1;
    const seen = `${shown}`;
    await promise;
    return seen;
  };
  return { answer: reads.run(query, read), end: resolve };
}
const read = (query = {}) => {
  const { answer, end } = begun(query);
  end();
  return answer;
};
const turn = () => new Promise(setImmediate);

describe('shared reads', () => {
  it('are one where they are alike and under way at once', async () => {
    const [first, second] = [begun(), begun()];
    first.end();
    expect(await Promise.all([first.answer, second.answer])).toEqual(['1', '1']);
    expect(asked).toBe(1);
  });

  it('are apart where they ask for another thing', async () => {
    await Promise.all([read({ app: 'one' }), read({ app: 'two' })]);
    expect(asked).toBe(2);
  });

  it('serve again while the store shows the same, for a second', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    await read();
    jest.setSystemTime(Date.now() + 999);
    await read();
    expect(asked).toBe(1);
    jest.setSystemTime(Date.now() + 2);
    await read();
    expect(asked).toBe(2);
  });

  it('are made anew as soon as the store shows something else', async () => {
    expect(await read()).toBe('1');
    shown = 2;
    expect(await read()).toBe('2');
  });

  it('wait for one that began before the store changed, and are one after it', async () => {
    const old = begun();
    await turn();
    shown = 2;
    const others = [begun(), begun()];
    await turn();
    others.forEach(({ end }) => end());
    expect(asked).toBe(1);
    old.end();
    expect(await Promise.all([old, ...others].map(({ answer }) => answer))).toEqual(['1', '2', '2']);
    expect(asked).toBe(2);
  });

  it('do not keep a failure, and go on after one', async () => {
    const away = reads.run({}, () => Promise.reject(new Error('away')));
    await expect(away).rejects.toThrow('away');
    expect(await read()).toBe('1');
  });
});
