import { median } from './bench.ts';
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

  it('sets each figure beside its reference', () => {
    const table = toTable([
      { name: 'Writer', unit: 'rows/s', value: 120_000, reference: 150_000, against: 'COPY' },
      { name: 'A request', unit: 'µs CPU', value: 110.4, reference: 100, against: 'without' },
    ]);
    expect(table).toBe(
      [
        'bench      unit      value  reference  against  ratio',
        'Writer     rows/s  120,000    150,000  COPY      0.80',
        'A request  µs CPU      110        100  without   1.10',
      ].join('\n'),
    );
  });
});
