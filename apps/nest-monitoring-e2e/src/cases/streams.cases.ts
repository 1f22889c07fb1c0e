import { randomBytes } from 'node:crypto';
import { exchange } from '../driver/exchange.js';
import { atLeast } from './at-least.js';
import { single, type Case } from './case.js';

const MEGABYTES = randomBytes(3 * 1024 * 1024);
/** Of a stream whose pieces come every 20 ms; timers may be a little early. */
const FIVE_PIECES_MS = 90;
const TWO_PIECES_MS = 35;

export const STREAM_CASES: readonly Case[] = [
  single('a file', '/streams/file', 200, '/streams/file'),
  single(
    'a stream, recorded when it ends',
    '/streams/slow',
    200,
    { endpoint: '/streams/slow', metric: { value: atLeast(FIVE_PIECES_MS) } },
    { body: 'piece 4' },
  ),
  single(
    'a stream by hand, recorded when it ends',
    '/streams/by-hand',
    200,
    { endpoint: '/streams/by-hand', metric: { value: atLeast(TWO_PIECES_MS) } },
    { body: 'the end' },
  ),
  single(
    'a stream that breaks before it begins',
    '/streams/broken',
    { express: 400, fastify: 500 },
    {
      endpoint: '/streams/broken',
      error: { express: undefined, fastify: { error_type: 'RangeError', message: 'the disk is gone' } },
    },
  ),
  single('events that end', '/streams/events', 200, '/streams/events', { body: 'data: {"count":2}' }),
  single(
    'events that the client has heard enough of',
    '/streams/endless-events',
    200,
    '/streams/endless-events',
    {
      leaves: 'during the answer',
    },
  ),
  single('a handler that an interceptor gives up on', '/streams/timed-out', 408, '/streams/timed-out'),
  single('a handler that is given up on with a server error', '/streams/timed-out-upstream', 503, {
    endpoint: '/streams/timed-out-upstream',
    error: { error_type: 'ServiceUnavailableException', message: 'too slow upstream' },
  }),
  single(
    'an upload',
    {
      method: 'POST',
      path: '/uploads',
      headers: { 'content-type': 'application/octet-stream' },
      body: MEGABYTES,
    },
    201,
    '/uploads',
    { body: `"size":${MEGABYTES.length}` },
  ),
  single(
    'an upload in parts',
    {
      method: 'POST',
      path: '/uploads',
      headers: { 'content-type': 'multipart/form-data; boundary=part' },
      body: Buffer.concat([
        Buffer.from('--part\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'),
        MEGABYTES,
        Buffer.from('\r\n--part--\r\n'),
      ]),
    },
    201,
    '/uploads',
  ),
];

const bytes = (text: string) => (port: number) => exchange(port, [Buffer.from(text)], {});

/** Clients that go away, and a server that loses patience. */
export const BROKEN_OFF_CASES: readonly Case[] = [
  single(
    'a client that does not wait for the answer',
    '/streams/silent',
    null,
    { endpoint: '/streams/silent', statusCode: 499 },
    { leaves: 'before the answer' },
  ),
  single(
    'a client that leaves amid the answer',
    '/streams/interrupted',
    200,
    { endpoint: '/streams/interrupted', statusCode: 499 },
    { leaves: 'during the answer' },
  ),
  single(
    'a client that leaves amid its upload',
    {
      method: 'POST',
      path: '/answers',
      headers: { 'content-type': 'application/json', 'content-length': '1000' },
      body: '{"a":',
    },
    null,
    { endpoint: '/answers', statusCode: 499 },
    { leaves: 'before the answer' },
  ),
  single(
    'a body that does not arrive in time',
    {
      method: 'POST',
      path: '/answers',
      headers: { 'content-type': 'application/json', 'content-length': '1000' },
      body: '{"a":',
    },
    408,
    '/answers',
    { apps: ['impatient'] },
  ),
  single(
    'a body that cannot be read',
    {
      method: 'POST',
      path: '/answers',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: 'no length\r\n',
    },
    400,
    '/answers',
  ),
  single('headers that do not arrive in time, which are no request yet', '/answers/object', 408, null, {
    apps: ['impatient'],
    send: bytes('GET /answers/object HTTP/1.1\r\nHost: h'),
  }),
  single('bytes that are no HTTP, which are no request', '/answers/object', 400, null, {
    send: bytes('not HTTP at all\r\n\r\n'),
  }),
];
