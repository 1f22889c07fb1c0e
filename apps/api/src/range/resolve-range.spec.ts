import { resolveRange } from './resolve-range.js';

const now = new Date('2026-01-31T12:34:56.789Z');

it('ends hours now', () => {
  const { scope, range } = resolveRange({ hours: 6 }, now);
  expect(range).toEqual({
    from: '2026-01-31T06:34:56.789Z',
    to: '2026-01-31T12:34:56.789Z',
    bucketSeconds: 300,
  });
  expect([scope.from.toISOString(), scope.to]).toEqual([range.from, now]);
});

it('covers a day where nothing is asked', () => {
  expect(resolveRange({}, now).range.from).toBe('2026-01-30T12:34:56.789Z');
});

it('keeps from and to as they are, and hands filters on', () => {
  const from = new Date('2026-01-01T00:00:00Z');
  const to = new Date('2026-01-08T00:00:00Z');
  const { scope, range } = resolveRange({ from, to, app: 'research-api', method: 'GET' }, now);
  expect(scope).toMatchObject({ from, to, app: 'research-api', method: 'GET' });
  expect(range.bucketSeconds).toBe(3600);
});
