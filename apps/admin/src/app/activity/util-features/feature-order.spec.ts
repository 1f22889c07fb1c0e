import type { Feature } from '@scitex/monitoring-contracts';
import { sortFeatures, toOrder, toSort, unreadableOrder } from './feature-order';

const feature = (name: string, growth: number | null) =>
  ({ feature: name, growth, count: 1, users: 1, adoption: 100 }) as Feature;
const FEATURES = [feature('a', 5), feature('b', null), feature('c', -20), feature('d', 5)];
const names = (order: 'asc' | 'desc') =>
  sortFeatures(FEATURES, { sort: 'growth', order }).map(({ feature: name }) => name);

it('sorts by a figure either way, with those that have none last, and ties as they come', () => {
  expect(names('desc')).toEqual(['a', 'd', 'c', 'b']);
  expect(names('asc')).toEqual(['c', 'a', 'd', 'b']);
});

it('reads what an address sorts by', () => {
  expect([toSort(['users', 'count']), toSort('p95'), toSort(undefined)]).toEqual(['users', 'count', 'count']);
  expect([toOrder('asc'), toOrder('up')]).toEqual(['asc', 'desc']);
});

it('names what it cannot read', () => {
  expect(unreadableOrder({})).toEqual([]);
  expect(unreadableOrder({ sort: 'growth', order: 'asc' })).toEqual([]);
  expect(unreadableOrder({ sort: 'p96', order: 'up' })).toEqual(['sort', 'order']);
});
