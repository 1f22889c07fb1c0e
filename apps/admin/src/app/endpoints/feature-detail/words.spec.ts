import type { RouteUser } from '@scitex/monitoring-contracts';
import { countWords, slowerWords } from './words';

const user = (p95: number, before?: number): RouteUser => ({
  ...{ userId: 'ada', count: 1, errorRate: 0, avg: p95, p95 },
  previous: before === undefined ? null : { count: 1, p95: before },
});

it('says how many there are, and how many of them are shown', () => {
  expect(countWords({ total: 1, items: [1] }, 'user')).toBe('1 user');
  expect(countWords({ total: 1200, items: [1, 2] }, 'user')).toBe('2 of 1,200 users');
});

it('counts for whom a route became slower among those that can be compared', () => {
  expect(slowerWords([user(200, 100), user(100, 200), user(50, 50), user(10)])).toBe('Slower for 1 of 3');
  expect(slowerWords([user(10)])).toBe('');
});
