import { findingOf, median } from './bench.ts';
import { toTable } from './table.ts';

describe('the bench', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('takes the median of %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('has no median of nothing', () => {
    expect(median([])).toBeNaN();
  });

  it('takes the median of the ratios of the rounds, not the ratio of the medians', () => {
    const what = { name: 'Writer', unit: 'rows/s', against: 'COPY' };
    const rounds = [
      { value: 1, reference: 2 },
      { value: 4, reference: 5 },
      { value: 9, reference: 3 },
    ];
    expect(findingOf(what, rounds)).toEqual({ ...what, value: 4, reference: 3, ratio: 0.8 });
  });

  it('sets each figure beside its reference', () => {
    const table = toTable([
      { name: 'Writer', unit: 'rows/s', value: 120_000, reference: 150_000, against: 'COPY', ratio: 0.8 },
      { name: 'A request', unit: 'µs CPU', value: 10.44, reference: 100, against: 'without', ratio: 0.1 },
    ]);
    expect(table).toBe(
      [
        'bench      unit      value  reference  against  ratio',
        'Writer     rows/s  120,000    150,000  COPY      0.80',
        'A request  µs CPU     10.4        100  without   0.10',
      ].join('\n'),
    );
  });
});
