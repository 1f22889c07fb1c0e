import type { z } from 'zod';
import { idOf, oneOf, text, wholeNumber } from './fields.js';

const refusals = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ message }) => message) ?? [];

describe('wholeNumber', () => {
  const hours = wholeNumber('hours', 1, 24);

  it.each([
    ['1', 1],
    ['24', 24],
    ['007', 7],
  ])('takes %j', (input, value) => expect(hours.parse(input)).toBe(value));

  it.each(['', '0', '25', '1.5', '1e1', '0x10', ' 1', '1 ', '+1', '-1', 'Infinity', '9'.repeat(400), null])(
    'refuses %j with the limits',
    (input) => expect(refusals(hours, input)).toEqual(['Use a whole number of hours between 1 and 24.']),
  );
});

it.each([
  [text(3), '', 'Use 1 to 3 characters.'],
  [text(3), 'abcd', 'Use 1 to 3 characters.'],
  [text(3), ['a', 'b'], 'Give this only once.'],
  [oneOf(['low', 'high']), 'worst', 'Use one of low, high.'],
  [wholeNumber('hours', 1, 24), ['1', '2'], 'Give this only once.'],
  [
    idOf('an account'),
    'me',
    'Use the id of an account, a UUID such as 0198c1d2-7f3a-7b4c-8d5e-6f708192a3b4.',
  ],
])('%#: what is refused says the mend', (schema, input, message) => {
  expect(refusals(schema, input)).toEqual([message]);
});
