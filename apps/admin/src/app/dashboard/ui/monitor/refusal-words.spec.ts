import { countInWords, reasonInWords } from './refusal-words';

it('counts events by their kind', () => {
  expect(countInWords({ kind: 'metrics', count: 1_200 })).toBe('1,200 metrics');
  expect(countInWords({ kind: 'apiCalls', count: 1 })).toBe('1 API call');
  expect(countInWords({ kind: 'activities', count: 2 })).toBe('2 activities');
});

it.each([
  [
    'value: missing, or nothing that the column holds',
    'The field «value» is missing, or nothing that can be stored.',
  ],
  [
    'api_name, response_time: missing, or nothing that the column holds',
    'The fields «apiName» and «responseTime» are missing, or nothing that can be stored.',
  ],
  ['timestamp: no time between 1970 and 9999', 'The time is none between the years 1970 and 9999.'],
  [
    'timestamp: more than 400 days back, or more than 3 ahead',
    'The time lies more than 400 days back, or more than 3 days ahead: check the clock of the machine.',
  ],
  ['the event cannot be read', 'It is no event, or reading it failed.'],
  [
    'refused by PostgreSQL, SQLSTATE 23514, at poison',
    'PostgreSQL refused the row: it breaks a constraint of the table (SQLSTATE 23514, at poison).',
  ],
  ['refused by PostgreSQL, SQLSTATE XX000', 'PostgreSQL refused the row (SQLSTATE XX000).'],
])('says «%s» in plain words', (reason, words) => {
  expect(reasonInWords(reason)).toBe(words);
});

it.each(['', 'constructor', 'a reason of tomorrow', 'refused by PostgreSQL, SQLSTATE unknown'])(
  'leaves «%s» as it is where it knows no words for it',
  (reason) => {
    expect(reasonInWords(reason)).toBe(reason);
  },
);
