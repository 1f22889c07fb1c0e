import { SharedChecks } from './shared-checks.js';

const begun = (checks: SharedChecks<string>, key: string) => {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { answer: checks.run({ key }, () => promise), finish: () => resolve(key) };
};

it('runs like checks once', async () => {
  const checks = new SharedChecks<string>();
  const first = begun(checks, 'hour');
  const second = begun(checks, 'hour');
  first.finish();
  expect(await second.answer).toBe('hour');
});

it('refuses a fifth unlike check while four run, and takes it after', async () => {
  const checks = new SharedChecks<string>();
  const running = ['a', 'b', 'c', 'd'].map((key) => begun(checks, key));
  expect(() => begun(checks, 'e')).toThrow('try again');
  running[0]?.finish();
  await running[0]?.answer;
  expect(() => begun(checks, 'e')).not.toThrow();
});

it('forgets a check that failed', async () => {
  const checks = new SharedChecks<string>();
  await expect(checks.run({}, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await checks.run({}, () => Promise.resolve('back'))).toBe('back');
});
