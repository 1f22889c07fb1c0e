import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse, subscribe, type ExecutionResult } from 'graphql';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';
import { GraphqlHostModule } from './app/graphql.module.js';
import { Recorded } from './app/recorded.js';

const FAILING = [
  ['failing', 'Error', 'the index is gone', 'high'],
  ['failingLater', 'Error', 'gone later', 'high'],
  ['observed', 'Error', 'observed', 'high'],
  ['text', 'NonError', 'just a string', 'high'],
  ['guarded', 'RangeError', 'thrown in a guard', 'high'],
  ['piped(value: "x")', 'RangeError', 'thrown in a pipe', 'high'],
  ['intercepted', 'RangeError', 'thrown in an interceptor', 'high'],
  ['filtered', 'RangeError', 'thrown in an interceptor', 'high'],
  ['refused', 'GraphQLError', 'not like this', 'medium'],
] as const;

describe.each(PLATFORMS)('GraphQL resolvers of a host on %s', (platform) => {
  let recorded: Recorded;
  let host: Host;
  let unwatched: Host;

  beforeAll(async () => {
    recorded = await Recorded.open();
    const imports = [GraphqlHostModule];
    host = await createHost(platform, { url: recorded.url }, { imports });
    unwatched = await createHost(platform, { url: recorded.url }, { imports, monitored: false });
  });
  afterAll(async () => {
    await host.close();
    await unwatched.close();
    await recorded[Symbol.asyncDispose]();
  });
  beforeEach(() => recorded.clear(host.monitoring));

  const ask = async (query: string, of = host) => {
    const headers = { 'content-type': 'application/json', 'x-user': 'u-7', 'user-agent': 'a/1' };
    const answer = await fetch(`${of.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    return { status: answer.status, body: await answer.text() };
  };

  it('are timed by class and method, with the trace and the user of their request', async () => {
    expect((await ask('query Titles { papers { title } }')).status).toBe(200);
    const [request, ...others] = await recorded.requests(host.monitoring);
    expect(others).toEqual([]);
    expect(request?.endpoint).toBe('/graphql');
    expect(await recorded.runs(host.monitoring)).toMatchObject([
      {
        metric_type: 'graphql',
        endpoint: 'PapersResolver.papers',
        method: 'QUERY',
        user_id: 'u-7',
        trace_id: request?.trace_id,
        metadata: { field: 'papers', operation: 'Titles', success: true },
      },
    ]);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it.each(FAILING)(
    'that throw (%s) are recorded once, and answer as before',
    async (field, type, message, severity) => {
      const answer = await ask(`{ ${field} }`);
      expect(answer).toEqual(await ask(`{ ${field} }`, unwatched));
      const name = `PapersResolver.${field.split('(')[0]}`;
      const [request] = await recorded.requests(host.monitoring);
      expect(await recorded.errors(host.monitoring)).toMatchObject([
        {
          error_type: type,
          message,
          severity,
          endpoint: name,
          method: 'QUERY',
          user_id: 'u-7',
          user_agent: 'a/1',
          ip_address: '127.0.0.1',
          trace_id: request?.trace_id,
          metadata: { transport: 'graphql', route: '/graphql' },
        },
      ]);
      const runs = await recorded.runs(host.monitoring);
      expect(runs).toMatchObject([{ endpoint: name, metadata: { success: false } }]);
    },
  );

  it.each(['missing', 'forbidden'])('that refuse (%s) have answered, and not failed', async (field) => {
    expect(await ask(`{ ${field} }`)).toEqual(await ask(`{ ${field} }`, unwatched));
    expect(await recorded.errors(host.monitoring)).toEqual([]);
    expect(await recorded.runs(host.monitoring)).toHaveLength(1);
  });

  it('record an error that was logged as it was logged, once', async () => {
    await ask('{ logged }');
    expect(await recorded.errors(host.monitoring)).toMatchObject([
      { message: 'seen already', severity: 'low', endpoint: '/graphql' },
    ]);
  });

  it('are left out where they say so', async () => {
    await ask('{ skipped }');
    expect(await recorded.runs(host.monitoring)).toEqual([]);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
    expect(await recorded.requests(host.monitoring)).toMatchObject([{ endpoint: '/graphql' }]);
  });

  it('of fields are recorded only where they throw', async () => {
    const query = '{ papers { title abstract pages } }';
    expect(await ask(query)).toEqual(await ask(query, unwatched));
    const runs = await recorded.runs(host.monitoring);
    expect(runs.map(({ endpoint }) => endpoint)).toEqual(['PapersResolver.papers']);
    const errors = await recorded.errors(host.monitoring);
    expect(errors.map(({ endpoint, message }) => `${endpoint}: ${message}`).sort()).toEqual([
      'PapersResolver.abstract: no abstract of two',
      'PapersResolver.pages: no pages',
      'PapersResolver.pages: no pages',
      'PapersResolver.pages: no pages',
    ]);
    expect(new Set(errors.map(({ trace_id }) => trace_id))).toEqual(new Set([runs[0]?.trace_id]));
  });

  it('keep the traces of requests that are served at once apart', async () => {
    await Promise.all([1, 22, 333].map((title) => ask(`mutation { rename(title: "${title}") }`)));
    const runs = await recorded.runs(host.monitoring);
    const traces = (type: string) =>
      runs.filter((run) => run.metric_type === type).map((run) => run.trace_id);
    expect(traces('title_length')).toHaveLength(3);
    expect(new Set(traces('title_length')).size).toBe(3);
    expect(traces('title_length').sort()).toEqual(traces('graphql').sort());
    expect(runs.find(({ metric_type }) => metric_type === 'graphql')?.method).toBe('MUTATION');
  });

  it('of subscriptions are timed until they stand, and what they throw later is recorded', async () => {
    const { schema } = host.app.get(GraphQLSchemaHost);
    const feed = (await subscribe({
      schema,
      document: parse('subscription { published }'),
      contextValue: {},
    })) as AsyncGenerator<ExecutionResult>;
    expect((await feed.next()).value).toMatchObject({ data: { published: 'one' } });
    const [run] = await recorded.runs(host.monitoring);
    expect(run).toMatchObject({ endpoint: 'PapersResolver.published', method: 'SUBSCRIPTION' });
    await expect(feed.next()).rejects.toThrow('the feed broke');
    expect(await recorded.errors(host.monitoring)).toMatchObject([
      { endpoint: 'PapersResolver.published', message: 'the feed broke', trace_id: run?.trace_id },
    ]);
  });

  it('answer, and are recorded, where the rule for the user throws', async () => {
    const user = () => {
      throw new Error('nobody knows');
    };
    const options = { url: recorded.url, user };
    const rough = await createHost(platform, options, { imports: [GraphqlHostModule] });
    expect(await ask('{ failing }', rough)).toEqual(await ask('{ failing }', unwatched));
    expect(await recorded.runs(rough.monitoring)).toMatchObject([{ user_id: null }]);
    expect(await recorded.errors(rough.monitoring)).toMatchObject([{ user_id: null }]);
    await rough.close();
  });

  it('of a host that is not monitored are not watched', async () => {
    await ask('{ failing }', unwatched);
    expect(await recorded.runs(host.monitoring)).toEqual([]);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });
});
