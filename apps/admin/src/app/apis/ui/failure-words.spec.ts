import { failureWords } from './failure-words';

it.each([
  [{ failure: null, statusCode: 429 }, 'Status 429'],
  [{ failure: 'timeout', statusCode: null }, 'timeout'],
  [
    { failure: 'connection-reset: ECONNRESET', statusCode: 200 },
    'connection-reset: ECONNRESET, after status 200',
  ],
  [{ failure: null, statusCode: null }, 'Not said'],
])('says of %j: %s', (call, words) => expect(failureWords(call)).toBe(words));
