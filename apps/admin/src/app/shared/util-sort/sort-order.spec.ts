import { readOrder, readSort, unreadableSort } from './sort-order';

const SORTS = ['count', 'p95', 'change'] as const;

it.each([
  ['p95', 'p95'],
  [['change', 'p95'], 'change'],
  ['p96', 'count'],
  [undefined, 'count'],
])('reads the sort %j as %s', (value, sort) => expect(readSort(SORTS, 'count', value)).toBe(sort));

it.each([
  ['asc', 'asc'],
  ['up', 'desc'],
  [undefined, 'desc'],
])('reads the order %j as %s', (value, order) => expect(readOrder(value)).toBe(order));

it('names what it cannot read', () => {
  expect(unreadableSort(SORTS, { sort: 'p95', order: 'asc' })).toEqual([]);
  expect(unreadableSort(SORTS, { sort: 'p96', order: 'up' })).toEqual(['sort', 'order']);
});
