import { findingOf, inRounds } from './bench.ts';

describe('the rounds of a bench', () => {
  const subject = { name: 'Writer', unit: 'rows/s', against: 'COPY' };
  const rounds = [
    { value: 1, reference: 2 },
    { value: 4, reference: 5 },
    { value: 9, reference: 3 },
  ];

  it('become the median of the ratios, not the ratio of the medians', () => {
    expect(findingOf(subject, rounds)).toEqual({
      ...subject,
      value: 4,
      spread: { lower: 2.5, median: 4, upper: 6.5 },
      reference: 3,
      ratio: 0.8,
    });
  });

  it('are held to the goal', () => {
    const goal = { of: 'ratio', bound: 'at least', limit: 0.9 } as const;
    expect(findingOf({ ...subject, goal }, rounds).verdict).toEqual({
      goal: '≥ 0.9 of it',
      met: false,
      sure: false,
    });
  });

  it('count after those that warm up', async () => {
    const bed = { storeUrl: '', rounds: 2, stop: new AbortController().signal };
    const seen: number[] = [];
    const kept = await inRounds(bed, 1, async (round) => {
      seen.push(round);
      return round * 10;
    });
    expect(seen).toEqual([-1, 0, 1]);
    expect(kept).toEqual([0, 10]);
  });

  it('end when the bench is stopped', async () => {
    const stopping = new AbortController();
    const bed = { storeUrl: '', rounds: 3, stop: stopping.signal };
    const stopped = inRounds(bed, 0, async () => stopping.abort(new Error('Ctrl-C')));
    await expect(stopped).rejects.toThrow('Ctrl-C');
  });
});
