import type { Row } from './bench.ts';
import { toMarkdown, toTable } from './table.ts';

const ROWS: Row[] = [
  {
    name: 'Writer',
    unit: 'rows/s',
    value: 120_000,
    spread: { lower: 110_000, median: 120_000, upper: 125_000 },
    reference: 150_000,
    against: 'COPY',
    ratio: 0.8,
    verdict: { goal: '≥ 0.8 of it', met: true, sure: true },
  },
  {
    name: 'A request',
    unit: 'µs CPU',
    value: 10.44,
    spread: { lower: 9.96, median: 10.44, upper: 12 },
    reference: 100,
    against: 'without',
    ratio: 0.1,
    verdict: { goal: '≤ 10', met: false, sure: false },
  },
  { name: 'A peer', reason: 'its packages could not be installed, for want of a network' },
];

describe('the table', () => {
  it('sets each figure beside its reference and its goal', () => {
    expect(toTable(ROWS)).toBe(
      [
        'bench        value  half of the rounds  unit    reference  against  ratio         goal',
        'Writer     120,000   110,000 – 125,000  rows/s    150,000  COPY      0.80  ≥ 0.8 of it  met',
        'A request     10.4             10 – 12  µs CPU        100  without   0.10         ≤ 10  MISSED, unsure',
        'A peer     not measured: its packages could not be installed, for want of a network',
      ].join('\n'),
    );
  });

  it('can be Markdown', () => {
    expect(toMarkdown(ROWS).split('\n').slice(1, 3)).toEqual([
      '| --- | --: | --: | --- | --: | --- | --: | --: | --- |',
      '| Writer | 120,000 | 110,000 – 125,000 | rows/s | 150,000 | COPY | 0.80 | ≥ 0.8 of it | met |',
    ]);
  });
});
