import { single, type Case, type Columns } from './case.js';
import { besides, HYBRID, metricOf, type Run } from './run.js';

const ask = (name: string, query: string, body: string, runs: Omit<Run, 'type' | 'verb'> | null): Case => {
  const run: Run | null = runs && {
    type: 'graphql',
    verb: query.startsWith('{') ? 'QUERY' : 'MUTATION',
    ...runs,
  };
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query }) };
  const recorded = { endpoint: '/graphql', ...(run && { metrics: [metricOf(run)], ...besides(run) }) };
  return single(`GraphQL: ${name}`, request, 200, recorded, { ...HYBRID, body });
};

const failing = (name: string, query: string, handler: string, error: Columns): Case =>
  ask(name, query, String(error['message']), { handler: `PapersResolver.${handler}`, error });

const IN_PLACE = 'RangeError';

export const GRAPHQL_CASES: readonly Case[] = [
  ask('a query', '{ papers { title } }', '{"data":{"papers":[{"title":"one"},{"title":"two"}]}}', {
    handler: 'PapersResolver.papers',
  }),
  ask('a mutation', 'mutation { rename(title: "three") }', '{"data":{"rename":"three"}}', {
    handler: 'PapersResolver.rename',
  }),
  failing('thrown in a resolver', '{ failing }', 'failing', {
    error_type: 'Error',
    message: 'the index is gone',
  }),
  failing('an observable that fails later', '{ observed }', 'observed', { message: 'the index went away' }),
  failing('thrown in a guard', '{ guarded }', 'guarded', {
    error_type: IN_PLACE,
    message: 'thrown in a guard',
  }),
  failing('thrown in a pipe', '{ piped(value: "x") }', 'piped', {
    error_type: IN_PLACE,
    message: 'thrown in a pipe',
  }),
  ask('@SkipMonitoring()', '{ skipped }', 'nobody has to know', null),
  ...['graphql-one', 'graphql-two', 'graphql-three', 'graphql-four'].map((id) =>
    ask(`a call among others (${id})`, `{ calling(id: "${id}") }`, `called ${id}`, {
      handler: 'PapersResolver.calling',
      call: id,
    }),
  ),
];
