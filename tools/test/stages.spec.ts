import { Failure } from '../process/failure.ts';
import { runStage, tally } from './stages.ts';

describe('stages', () => {
  const { signal } = new AbortController();

  it('add up to the closing line', () => {
    const outcomes = [
      { passed: 1, failed: 0, output: '' },
      { passed: 40, failed: 2, output: 'x' },
    ];
    expect(tally(outcomes)).toBe('41 passed, 2 failed');
  });

  it('count as a failure when they could not be run', async () => {
    const broken = () => Promise.reject(new Failure('The server did not start.'));
    expect(await runStage('End-to-end tests', broken, signal)).toEqual({
      passed: 0,
      failed: 1,
      output: 'The server did not start.',
    });
  });

  it('do not swallow a fault of their own', async () => {
    await expect(runStage('Lint', () => Promise.reject(new TypeError('x')), signal)).rejects.toThrow(
      TypeError,
    );
  });
});
