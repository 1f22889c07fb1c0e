import { RECORD_MODELS, type RecordModel, type RecordRow } from '@scitex/monitoring-contracts';
import { choicesFor } from './filter-choices';
import { formatValue } from './format-value';
import { toFacts } from './to-facts';

const model = RECORD_MODELS.find(({ path }) => path === 'system-metrics') as RecordModel;

it.each([
  [{ type: 'whole' }, 1000, '1000'],
  [{ type: 'whole', unit: 'bytes' }, 1_250_000, '1.3 MB'],
  [{ type: 'number' }, 1408.6542, '1,408.654'],
  [{ type: 'number', unit: 'ms' }, 1234, '1.23 s'],
  [{ type: 'boolean' }, false, 'No'],
  [{ type: 'json' }, { a: [1] }, '{"a":[1]}'],
  [{ type: 'text' }, '<b>', '<b>'],
  [{ type: 'text' }, '', '–'],
  [{ type: 'text' }, null, '–'],
] as const)('%#: shows %j of %j as %j', (column, value, text) => {
  expect(formatValue({ label: '', ...column }, value)).toBe(text);
});

it('shows JSON, and text of several lines, apart and in full', () => {
  const row: RecordRow = {
    id: '1',
    timestamp: '2026-01-01T00:00:00.000Z',
    endpoint: 'a\nb',
    metadata: { a: 1 },
  };
  const { short, long } = toFacts(model, row);
  expect(long).toEqual([
    { label: 'Endpoint', text: 'a\nb' },
    { label: 'Metadata', text: '{\n  "a": 1\n}' },
  ]);
  expect(short).toHaveLength(Object.keys(model.columns).length - 2);
});

it.each([
  ['app', ['is']],
  ['value', ['is', 'is at least', 'is at most']],
  ['statusCode', ['is', 'is at least', 'is at most', 'is empty', 'is not empty']],
  ['metadata', ['holds', 'is empty', 'is not empty']],
])('offers to narrow by %s: %j', (column, labels) => {
  expect(choicesFor(model, column).map(({ label }) => label)).toEqual(labels);
});
