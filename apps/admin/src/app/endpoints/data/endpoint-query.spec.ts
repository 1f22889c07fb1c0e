import { toOrder, toSort, unreadableSort } from './endpoint-query';

it.each([
  ['p95', 'p95'],
  [['change', 'p95'], 'change'],
  ['p96', 'timeShare'],
  [undefined, 'timeShare'],
])('reads the sort %j as %s', (value, sort) => expect(toSort(value)).toBe(sort));

it.each([
  ['asc', 'asc'],
  ['up', 'desc'],
  [undefined, 'desc'],
])('reads the order %j as %s', (value, order) => expect(toOrder(value)).toBe(order));

it('names what it cannot read', () => {
  expect(unreadableSort({ sort: 'p95', order: 'asc' })).toEqual([]);
  expect(unreadableSort({ sort: 'p96', order: 'up' })).toEqual(['sort', 'order']);
});
