import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';

const FAILING = [
  ['/papers/failing', 'Error', 'the index is gone'],
  ['/papers/unavailable', 'ServiceUnavailableException', 'back soon'],
  ['/papers/guard', 'RangeError', 'thrown in a guard'],
  ['/papers/pipe/x', 'RangeError', 'thrown in a pipe'],
  ['/papers/interceptor', 'RangeError', 'thrown in an interceptor'],
  ['/papers/middleware', 'RangeError', 'thrown in middleware'],
  ['/papers/null', 'NonError', 'null'],
  ['/papers/string', 'NonError', 'just a string'],
  ['/papers/unreadable', 'NonError', '{}'],
] as const;

const NOT_FAILING = ['/papers/missing', '/papers/forbidden', '/papers/teapot', '/papers/x', '/nowhere'];

describe.each(
  PLATFORMS.flatMap((platform) => [false, true].map((catchAll) => [platform, catchAll] as const)),
)('errors of a host on %s (with a catch-all filter of its own: %s)', (platform, catchAll) => {
  let store: TestStore;
  let host: Host;
  let unwatched: Host;

  beforeAll(async () => {
    store = await createTestStore();
    host = await createHost(platform, { url: store.url }, { catchAll });
    unwatched = await createHost(platform, { url: store.url }, { catchAll, monitored: false });
  });
  afterAll(async () => {
    await host.close();
    await unwatched.close();
    await store.drop();
  });
  beforeEach(async () => {
    await host.monitoring.flush();
    await store.dataSource.query('truncate monitoring.error_log');
  });

  const errors = async () => {
    await host.monitoring.flush();
    return store.dataSource.query('select * from monitoring.error_log');
  };
  const answer = async (of: Host, path: string) => {
    const response = await fetch(of.url + path);
    const headers = [...response.headers].filter(([name]) => !['date', 'etag'].includes(name));
    return { status: response.status, headers, body: await response.text() };
  };

  it.each(FAILING)(
    'captures what %s throws once, and leaves the answer as it is',
    async (path, type, message) => {
      expect(await answer(host, path)).toEqual(await answer(unwatched, path));
      expect(await errors()).toMatchObject([{ error_type: type, message, severity: 'high', method: 'GET' }]);
    },
  );

  it.each(NOT_FAILING)('captures nothing of %s, whose answer is below 500', async (path) => {
    expect(await answer(host, path)).toEqual(await answer(unwatched, path));
    expect(await errors()).toEqual([]);
  });

  it('keeps the stack, its cause, the route and the caller', async () => {
    await fetch(`${host.url}/papers/failing?q=dna&api_key=k-1`, {
      headers: { 'x-user': 'u-3', 'user-agent': 'a/1' },
    });
    const [error] = await errors();
    expect(error).toMatchObject({
      endpoint: '/papers/failing',
      user_id: 'u-3',
      user_agent: 'a/1',
      ip_address: '127.0.0.1',
      metadata: {
        statusCode: 500,
        handler: 'PapersController.failing',
        query: { q: 'dna', api_key: '[scrubbed]' },
      },
    });
    expect(error.stack_trace).toContain('papers.controller');
    expect(error.stack_trace).toContain('Caused by: Error: disk full');
  });

  it('records an error that was logged and then thrown on as it was logged, once', async () => {
    await fetch(`${host.url}/papers/logged`);
    expect(await errors()).toMatchObject([{ message: 'seen already', severity: 'low' }]);
  });
});
