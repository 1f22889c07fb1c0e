import { single, type Case } from './case.js';

const json = { 'content-type': 'application/json' };

export const ANSWER_CASES: readonly Case[] = [
  single('an object', '/answers/object?q=dna', 200, '/answers/object', { body: '{"q":"dna"}' }),
  single('a text', '/answers/text', 200, '/answers/text', { body: 'plain words' }),
  single('nothing', '/answers/nothing', 200, '/answers/nothing'),
  single('a path with a parameter', '/answers/number/7', 200, '/answers/number/:id', { body: '{"id":7}' }),
  single('a pipe that rejects', '/answers/number/x', 400, '/answers/number/:id'),
  single('a body', { method: 'POST', path: '/answers', headers: json, body: '{"a":1}' }, 202, '/answers', {
    body: '{"body":{"a":1}}',
  }),
  single('PUT', { method: 'PUT', path: '/answers/7' }, 200, '/answers/:id'),
  single('PATCH', { method: 'PATCH', path: '/answers/7' }, 200, '/answers/:id'),
  single('DELETE', { method: 'DELETE', path: '/answers/7' }, 204, '/answers/:id'),
  single('HEAD of its own', { method: 'HEAD', path: '/answers/head' }, 200, '/answers/head'),
  single('HEAD of a GET', { method: 'HEAD', path: '/answers/number/7' }, 200, '/answers/number/:id'),
  single('OPTIONS of its own', { method: 'OPTIONS', path: '/answers/options' }, 200, '/answers/options'),
  single('all methods: GET', '/answers/every/method', 200, '/answers/every/method'),
  single(
    'all methods: DELETE',
    { method: 'DELETE', path: '/answers/every/method' },
    200,
    '/answers/every/method',
  ),
  single('a redirect', '/answers/moved', 301, '/answers/moved', { body: 'ocation: /answers/object' }),
  single('a redirect that the handler decides', '/answers/elsewhere', 307, '/answers/elsewhere'),
  single('@Res()', '/answers/by-hand', 203, '/answers/by-hand', { body: '{"by":"hand"}' }),
  single('@Res() with a server error', '/answers/by-hand-failing', 502, {
    endpoint: '/answers/by-hand-failing',
    error: { error_type: 'ServerErrorAnswer' },
  }),
  single('@Res({ passthrough })', '/answers/passthrough', 206, '/answers/passthrough'),
];

export const REFUSED_CASES: readonly Case[] = [
  single('no route', '/no/such/page', 404, '(unmatched)'),
  single('no route: another URL', '/no/such/page/8?x=1', 404, '(unmatched)'),
  single('no route: a hostile URL', "/%2e%2e/%00'--", { express: 404, fastify: 404 }, '(unmatched)'),
  single('no route for the method', { method: 'POST', path: '/answers/text' }, 404, '(unmatched)'),
  single('OPTIONS of a GET', { method: 'OPTIONS', path: '/answers/text' }, 404, '(unmatched)'),
  single(
    'a body that is no JSON',
    { method: 'POST', path: '/answers', headers: json, body: '{' },
    400,
    '/answers',
  ),
  single(
    'a body that is too large',
    { method: 'POST', path: '/answers', headers: json, body: JSON.stringify('x'.repeat(200_000)) },
    413,
    '/answers',
    { only: 'express' },
  ),
  single(
    'a body that is announced as too large',
    { method: 'POST', path: '/answers', headers: { ...json, 'content-length': '20000000' } },
    413,
    '/answers',
    // Express answers when it is there.
    { only: 'fastify' },
  ),
  single(
    'a body in an unknown charset',
    {
      method: 'POST',
      path: '/answers',
      headers: { 'content-type': 'application/json; charset=klingon' },
      body: '{}',
    },
    { express: 415, fastify: 202 },
    '/answers',
  ),
  single('a probe, which is left out', '/healthz', 404, null),
].map((refused) => ({ ...refused, apps: ['plain', 'app-filter', 'main-filter'] }));
