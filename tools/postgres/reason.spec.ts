import { reasonIn } from './reason.ts';

describe('reasonIn', () => {
  it.each([
    ['initdb: error: could not create directory "x": No space left on device'],
    [
      '[7] FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10\n[7] HINT:  x',
    ],
  ])('sees a full disk in %j', (words) => {
    expect(reasonIn(words)).toBe('the disk is full. Free some space and try again.');
  });

  it('takes the first error from a log', () => {
    const words =
      'LOG:  starting\nFATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another one running?';
    expect(reasonIn(words)).toBe('lock file "postmaster.pid" already exists');
  });

  it('takes the last line where there is no error, and says so where there is nothing', () => {
    expect(reasonIn('one\nSegmentation fault\n')).toBe('Segmentation fault');
    expect(reasonIn('')).toBe('it gave no reason.');
  });
});
