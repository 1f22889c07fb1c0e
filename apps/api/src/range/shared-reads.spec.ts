import { SharedReads } from './shared-reads.js';

describe('shared reads', () => {
  it('are one where they are alike and under way at once', async () => {
    const reads = new SharedReads<number>();
    let asked = 0;
    const read = async () => ++asked;
    expect(await Promise.all([reads.run({ hours: 1 }, read), reads.run({ hours: 1 }, read)])).toEqual([1, 1]);
    expect(await reads.run({ hours: 1 }, read)).toBe(2);
  });

  it('are apart where they ask for another thing', async () => {
    const reads = new SharedReads<string>();
    const ask = (app: string) => reads.run({ app }, async () => app);
    expect(await Promise.all([ask('one'), ask('two')])).toEqual(['one', 'two']);
  });

  it('do not keep a failure', async () => {
    const reads = new SharedReads<number>();
    await expect(reads.run({}, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await reads.run({}, async () => 1)).toBe(1);
  });
});
