import { Failure } from '../process/failure.ts';
import { runStage, sumOf, tally } from './stages.ts';

describe('stages', () => {
  const { signal } = new AbortController();
  let shown: string;
  const out = { write: (text: string) => Boolean((shown += text)) };

  beforeEach(() => {
    shown = '';
  });

  it('show what failed, whole', async () => {
    await runStage(
      'Lint',
      () => Promise.resolve({ passed: 0, failed: 1, output: 'a.ts\n  1:1 error\n' }),
      signal,
      out,
    );
    expect(shown).toMatch(/^Lint …\na\.ts\n {2}1:1 error\nLint FAILED: 1, passed: 0 \([\d.]+ s\)\n$/);
  });

  it('keep quiet about what passed', async () => {
    await runStage('Lint', () => Promise.resolve({ passed: 1, failed: 0, output: 'all fine' }), signal, out);
    expect(shown).toMatch(/^Lint …\nLint passed: 1 \([\d.]+ s\)\n$/);
  });

  it('are one of several parts, which shows what failed in each', () => {
    const parts = [
      { passed: 3, failed: 1, output: 'first\n' },
      { passed: 4, failed: 0, output: 'fine' },
      { passed: 5, failed: 2, output: 'third\n' },
    ];
    expect(sumOf(parts)).toEqual({ passed: 12, failed: 3, output: 'first\nthird' });
  });

  it('add up to the closing line', () => {
    const outcomes = [
      { passed: 1, failed: 0, output: '' },
      { passed: 40, failed: 2, output: 'x' },
    ];
    expect(tally(outcomes)).toBe('41 passed, 2 failed');
  });

  it('count as a failure when they could not be run', async () => {
    const broken = () => Promise.reject(new Failure('The server did not start.'));
    expect(await runStage('End-to-end tests', broken, signal, out)).toEqual({
      passed: 0,
      failed: 1,
      output: 'The server did not start.',
    });
  });

  it('do not swallow a fault of their own', async () => {
    await expect(runStage('Lint', () => Promise.reject(new TypeError('x')), signal, out)).rejects.toThrow(
      TypeError,
    );
  });
});
