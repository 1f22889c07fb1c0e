import { Failure, sentenceOf } from './failure.ts';

describe('sentenceOf', () => {
  it('is the message of an expected failure', () => {
    expect(sentenceOf(new Failure('Port 3000 is taken.'))).toBe('Port 3000 is taken.');
  });

  it.each([
    ['ENOSPC', 'The disk that holds .data/x is full: free some space and run the command again.'],
    ['EACCES', /^\.data\/x may not be written or read: /],
  ])('explains %s', (code, sentence) => {
    const error = Object.assign(new Error(`${code}: no`), { code, path: '.data/x' });
    expect(sentenceOf(error)).toMatch(sentence);
  });

  it('does not hide what it does not know', () => {
    expect(sentenceOf(new TypeError('x is not a function'))).toContain('TypeError: x is not a function');
  });
});
