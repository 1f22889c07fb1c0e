import { groupOf } from './group-of.js';

const error = {
  errorType: 'NotFoundError',
  message: 'Paper 42 not found',
  stackTrace: 'NotFoundError: Paper 42 not found\n    at find (/srv/app/src/papers.js:12:7)',
};
const fingerprint = (changes: Partial<typeof error>) => groupOf({ ...error, ...changes }).fingerprint;

describe('groupOf', () => {
  it('puts occurrences that differ in data and lines into one group', () => {
    expect(
      fingerprint({
        message: 'Paper 43 not found',
        stackTrace: 'NotFoundError: Paper 43 not found\n    at find (/srv/app/src/papers.js:14:9)',
      }),
    ).toBe(groupOf(error).fingerprint);
  });

  it.each([
    ['type', { errorType: 'TypeError' }],
    ['message', { message: 'Paper 42 is locked' }],
    ['way through the code', { stackTrace: 'x\n    at show (/srv/app/src/papers.js:12:7)' }],
  ])('keeps occurrences of another %s apart', (_, changes) => {
    expect(fingerprint(changes)).not.toBe(groupOf(error).fingerprint);
  });

  it('shows what it hashed', () => {
    expect(groupOf(error)).toEqual({
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      errorType: 'NotFoundError',
      normalizedMessage: 'Paper <number> not found',
      frames: ['find (app/src/papers.js)'],
    });
  });
});
