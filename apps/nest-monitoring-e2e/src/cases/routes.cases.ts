import { single, type Case } from './case.js';

const version = (number: string) => ({ 'x-version': number });
const prefixed = { apps: ['prefixed'] };

export const ROUTE_CASES: readonly Case[] = [
  single('version 1 by header', { path: '/papers/7', headers: version('1') }, 200, '/papers/:id', {
    body: '{"version":1}',
  }),
  single('version 2 by header', { path: '/papers/7', headers: version('2') }, 200, '/papers/:id', {
    body: '{"version":2}',
  }),
  single('a version by header that there is not', { path: '/papers/7', headers: version('3') }, 404, {
    // Express knows that the path has routes.
    endpoint: { express: '/papers/:id', fastify: '(unmatched)' },
  }),
  single('a nested module', '/labs/3/floors/2/rooms/9', 200, '/labs/:lab/floors/:floor/rooms/:id'),
  single(
    'a nested module, without parameters of its own',
    '/labs/3/floors/2/rooms',
    200,
    '/labs/:lab/floors/:floor/rooms',
  ),
  single('a wildcard', '/trees/wild/a/b', 200, '/trees/wild/*'),
  single('a wildcard: another URL', '/trees/wild/c', 200, '/trees/wild/*'),
  single('a named wildcard', '/trees/named/a/b', 200, {
    endpoint: { express: '/trees/named/*path', fastify: '/trees/named/*' },
  }),
  single('a wildcard for all methods', { method: 'PUT', path: '/trees/any/oak/1/2' }, 200, {
    endpoint: { express: '/trees/any/:kind/*path', fastify: '/trees/any/:kind/*' },
  }),
  single('the second path of a controller', '/woods/wild/c', 200, '/woods/wild/*'),
  single('one of several paths of a handler', '/trees/elm/90', 200, '/trees/elm/:age'),
  single('a host', { path: '/tenant/7', headers: { host: 'a.example.org' } }, 200, '/tenant/:id'),
  single('a host that is another', { path: '/tenant/7', headers: { host: 'example.com' } }, 404, {
    endpoint: '/tenant/:id',
  }),
  single('a prefix', '/api/answers/number/7', 200, '/api/answers/number/:id', prefixed),
  single('a prefix and a version', '/api/v2/papers/7', 200, '/api/v2/papers/:id', prefixed),
  single(
    'a prefix and a nested module',
    '/api/labs/3/floors/2/rooms/9',
    200,
    '/api/labs/:lab/floors/:floor/rooms/:id',
    prefixed,
  ),
  single('a prefix and a wildcard', '/api/trees/wild/a/b', 200, '/api/trees/wild/*', prefixed),
  single(
    'a prefix and a failure',
    '/api/failures/handler',
    500,
    {
      endpoint: '/api/failures/handler',
      error: { endpoint: '/api/failures/handler', message: 'thrown in a handler' },
    },
    prefixed,
  ),
  single('a prefix that is left out', '/answers/object', 404, '(unmatched)', prefixed),
  single('a version in the path that there is not', '/api/v9/papers/7', 404, '(unmatched)', prefixed),
  single(
    'a preflight',
    {
      method: 'OPTIONS',
      path: '/api/answers/7',
      headers: { origin: 'http://a.example.org', 'access-control-request-method': 'PUT' },
    },
    204,
    '(unmatched)',
    prefixed,
  ),
];
