import { single, type Case, type Columns, type Recorded } from './case.js';
import { besides, HYBRID, metricOf, type Run } from './run.js';

type Resolved = Pick<Run, 'error' | 'call'>;

/** What is stored beside the HTTP request of it. */
const resolved = (method: string, run: Resolved = {}, verb: string | null = 'QUERY'): Partial<Recorded> => {
  const all: Run = { handler: `PapersResolver.${method}`, type: 'graphql', verb, ...run };
  return { metrics: [metricOf(all)], ...besides(all) };
};

const ask = (name: string, query: string, body: string, recorded: Partial<Recorded>): Case => {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query }) };
  return single(`GraphQL: ${name}`, request, 200, { endpoint: '/graphql', ...recorded }, { ...HYBRID, body });
};

const failing = (name: string, query: string, method: string, error_type: string, message: string): Case =>
  ask(name, query, message, resolved(method, { error: { error_type, message } }));

/** An error alone, as only what is thrown is recorded of these. */
const untimed = (handler: string, error: Columns): Partial<Recorded> =>
  besides({ handler, type: 'graphql', verb: null, error });

export const GRAPHQL_CASES: readonly Case[] = [
  ask(
    'a query',
    '{ papers { title } }',
    '{"data":{"papers":[{"title":"one"},{"title":"two"}]}}',
    resolved('papers'),
  ),
  ask(
    'a mutation',
    'mutation { rename(title: "three") }',
    '{"data":{"rename":"three"}}',
    resolved('rename', {}, 'MUTATION'),
  ),
  ask('a field that fails', '{ papers { title abstract } }', '"abstract":"abstract of one"', {
    ...resolved('papers'),
    ...untimed('PapersResolver.abstract', { error_type: 'Error', message: 'no abstract of two' }),
  }),
  failing('thrown in a resolver', '{ failing }', 'failing', 'Error', 'the index is gone'),
  failing('an observable that fails later', '{ observed }', 'observed', 'Error', 'the index went away'),
  failing('thrown in a guard', '{ guarded }', 'guarded', 'RangeError', 'thrown in a guard'),
  failing('thrown in a pipe', '{ piped(value: "x") }', 'piped', 'RangeError', 'thrown in a pipe'),
  ask(
    'a resolver that cannot be made',
    '{ unmade }',
    'rejected in a provider',
    untimed('UnmadeResolver.constructor', { error_type: 'RangeError', message: 'rejected in a provider' }),
  ),
  ask('@SkipMonitoring()', '{ skipped }', 'nobody has to know', {}),
  ...['graphql-one', 'graphql-two', 'graphql-three', 'graphql-four'].map((id) =>
    ask(
      `a call among others (${id})`,
      `{ calling(id: "${id}") }`,
      `called ${id}`,
      resolved('calling', { call: id }),
    ),
  ),
];
