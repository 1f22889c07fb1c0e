import { single, type Case, type Exchange } from './case.js';

const call = (id: string): Exchange => ({
  request: { path: `/calls/${id}` },
  status: 200,
  body: `{"id":"${id}"}`,
  recorded: {
    endpoint: '/calls/:id',
    calls: [
      { api_name: 'peer', endpoint: `/fetched/${id}`, method: 'GET', status_code: 200, success: true },
      { api_name: 'peer', endpoint: `/got/${id}`, method: 'GET', status_code: 200, success: true },
    ],
  },
});

const answer = (path: string, status: number, endpoint: string, error?: { message: string }): Exchange => ({
  request: { path },
  status,
  recorded: { endpoint, ...(error && { error }) },
});

const mixed = (id: string): readonly Exchange[] => [
  answer('/answers/number/1', 200, '/answers/number/:id'),
  call(`${id}-one`),
  answer('/failures/handler', 500, '/failures/handler', { message: 'thrown in a handler' }),
  answer('/no/such/page', 404, '(unmatched)'),
  { request: { path: '/healthz' }, status: 404, recorded: null },
  answer('/answers/text', 200, '/answers/text'),
  call(`${id}-two`),
  answer('/answers/number/x', 400, '/answers/number/:id'),
];

const CONCURRENT = Array.from({ length: 10 }, (_, n) => String.fromCharCode('a'.charCodeAt(0) + n).repeat(4));

export const CONNECTION_CASES: readonly Case[] = [
  {
    name: 'requests that follow each other on one connection',
    exchanges: mixed('kept-alive'),
    pace: 'in turn',
  },
  { name: 'pipelined requests', exchanges: mixed('pipelined'), pace: 'at once' },
  { name: 'a connection with no more than calls', exchanges: ['x', 'y', 'z'].map(call) },
  ...CONCURRENT.map((id): Case => ({
    name: `calls of a request among others (${id})`,
    exchanges: [call(id)],
  })),
  single('calls of a request that fails', '/calls/five/failing', 500, {
    endpoint: '/calls/:id/failing',
    error: { message: 'called, and then failed' },
    calls: [{ endpoint: '/fetched/five' }, { endpoint: '/got/five' }],
  }),
];
