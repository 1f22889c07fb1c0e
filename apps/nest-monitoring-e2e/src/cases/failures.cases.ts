import * as nest from '@nestjs/common';
import { EXCEPTIONS } from '../host/failures/exceptions.controller.js';
import { single, type Case, type Columns } from './case.js';

const APPS = ['plain', 'app-filter', 'main-filter'];

const failing = (name: string, path: string, error: Columns, endpoint = path): Case =>
  single(
    name,
    path,
    500,
    { endpoint, error: { severity: 'high', method: 'GET', endpoint, ...error } },
    { apps: APPS },
  );

const inPlace = (place: string, path: string, message: string, endpoint = path): Case =>
  failing(
    `thrown in ${place}`,
    `/failures/${path}`,
    { error_type: 'RangeError', message },
    `/failures/${endpoint}`,
  );

const PLACES: readonly Case[] = [
  inPlace('a handler', 'handler', 'thrown in a handler'),
  inPlace('an async handler', 'async-handler', 'rejected in a handler'),
  inPlace('an observable', 'observable', 'failed in an observable'),
  inPlace('a guard', 'guard', 'thrown in a guard'),
  inPlace('a pipe', 'pipe/x', 'thrown in a pipe', 'pipe/:value'),
  inPlace('an interceptor', 'interceptor', 'thrown in an interceptor'),
  inPlace('an interceptor, afterwards', 'afterwards', 'thrown after the handler'),
  inPlace('a middleware', 'middleware', 'thrown in middleware'),
  inPlace('an async middleware', 'async-middleware', 'rejected in middleware'),
  inPlace('a middleware that calls back', 'calling-back-middleware', 'handed on by middleware'),
  failing('thrown in an async provider', '/scoped', {
    error_type: 'RangeError',
    message: 'rejected in a provider',
  }),
  single('refused by a guard', '/failures/closed-guard', 403, '/failures/closed-guard', { apps: APPS }),
  single('thrown below 500 by a guard', '/failures/rejecting-guard', 401, '/failures/rejecting-guard', {
    apps: APPS,
  }),
];

const thrown = (what: string, error: Columns): Case =>
  failing(`throws: ${what}`, `/thrown/${what}`, error, '/thrown/:what');

const THROWN: readonly Case[] = [
  thrown('null', { error_type: 'NonError', message: 'null', stack_trace: null }),
  thrown('undefined', { error_type: 'NonError', message: 'undefined', stack_trace: null }),
  thrown('text', { error_type: 'NonError', message: 'text', stack_trace: null }),
  thrown('number', { error_type: 'NonError', message: '42', stack_trace: null }),
  thrown('object', { error_type: 'NonError', message: '{"code":"E_ODD"}', stack_trace: null }),
  thrown('unreadable', { error_type: 'Error' }),
  thrown('cyclic', { message: 'round and round', stack_trace: expect.stringContaining('and back again') }),
  thrown('with-cause', {
    message: 'the index is gone',
    stack_trace: expect.stringContaining('Caused by: TypeError: the disk is full'),
  }),
  thrown('aggregate', {
    error_type: 'AggregateError',
    message: 'both failed',
    stack_trace: expect.stringMatching(/RangeError: first of two[^]*second of two/),
  }),
];

const CLASSES: readonly Case[] = Object.entries(EXCEPTIONS).map(([name, make]) => {
  const status = make().getStatus();
  const error = { error_type: name, message: `thrown as ${name}`, severity: 'high' };
  return single(
    name,
    `/exceptions/${name}`,
    status,
    { endpoint: '/exceptions/:name', ...(status >= nest.HttpStatus.INTERNAL_SERVER_ERROR && { error }) },
    { apps: APPS },
  );
});

const FILTERED: readonly Case[] = [
  single('a filter that answers below 500', '/filtered/below-500', 422, '/filtered/below-500', {
    apps: APPS,
  }),
  failing('a filter that is for something else', '/filtered/not-mine', { error_type: 'TypeError' }),
  single(
    'a filter that answers a server error',
    '/filtered/apologised',
    503,
    { endpoint: '/filtered/apologised', error: { error_type: 'TypeError', message: 'apologised for' } },
    { apps: APPS, body: '{"sorry":true}' },
  ),
];

export const FAILURE_CASES: readonly Case[] = [...PLACES, ...THROWN, ...CLASSES, ...FILTERED];
