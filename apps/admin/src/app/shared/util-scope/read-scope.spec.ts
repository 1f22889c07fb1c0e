import { carriedParams, readScope, scopeParams, unreadableScope } from './read-scope';

const narrowed = {
  app: 'shop',
  environment: 'production',
  release: '2.1.0',
  endpoint: '/items/:id',
  method: 'GET',
};

it('reads a range and the filters', () => {
  const parameters = { hours: '6', ...narrowed };
  expect(readScope(parameters)).toEqual({ range: { hours: 6 }, ...narrowed });
  expect(unreadableScope(parameters)).toEqual([]);
});

it('covers the last day of everything where an address says nothing', () => {
  expect(scopeParams(readScope({ sort: 'count' }))).toEqual({ hours: 24 });
});

it.each([
  [{ method: 'GET; DROP' }, 'method'],
  [{ app: 'x'.repeat(513) }, 'app'],
  [{ hours: '0' }, 'hours'],
])('cannot read %j', (parameters, name) => {
  expect(scopeParams(readScope(parameters))).toEqual({ hours: 24 });
  expect(unreadableScope(parameters)).toEqual([name]);
});

it('carries what was asked for to another page, and nothing else', () => {
  expect(carriedParams({ hours: '6', app: 'shop', sort: 'count', method: '?' })).toEqual({
    hours: 6,
    app: 'shop',
  });
  expect(carriedParams({ q: 'x' })).toEqual({});
});
