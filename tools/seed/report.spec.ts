import type { WriteResult } from '@scitex/monitoring-storage/writer';
import { refusedOf, report } from './report.ts';

const none = { metrics: 0, errors: 0, apiCalls: 0, activities: 0 };
const result = (change: Partial<WriteResult>): WriteResult => ({
  stored: { metrics: 30, errors: 1, apiCalls: 12, activities: 8 },
  refused: none,
  refusals: [],
  replayed: false,
  ...change,
});

describe('report', () => {
  it('adds up what was stored, kind by kind', () => {
    const text = report([result({}), result({})]);
    expect(text.replace(/ +/g, ' ')).toBe(
      'Stored:\n 60 system metrics\n 24 API usage records\n 16 user activities\n 2 error logs',
    );
  });

  it('does not count again what an earlier run had stored', () => {
    expect(report([result({}), result({ replayed: true })])).toMatch(/ 30 system metrics[^]*1 of 2 batches/);
    expect(report([result({ replayed: true })])).toBe(
      'The store held exactly this set already: nothing was added.',
    );
  });
});

it('counts what was refused', () => {
  expect(refusedOf([result({}), result({ refused: { ...none, errors: 2, metrics: 1 } })])).toBe(3);
});
