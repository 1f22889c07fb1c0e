import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { CALLERS, type CallOptions } from './app/callers.js';
import { createHost, type Host } from './app/create-host.js';
import { startMoodyApi, type MoodyApi } from './app/moody-api.js';

const answered = (status_code: number, response_size: string | null) => ({
  status_code,
  response_size,
  success: status_code < 400,
  failure: null,
});
const failed = (failure: RegExp, status_code: number | null = null) => ({
  status_code,
  response_size: null,
  success: false,
  failure: expect.stringMatching(failure),
});

const ANSWERS = [
  ['ok', answered(200, '2')],
  ['chunked', answered(200, null)],
  ['empty', answered(204, null)],
  ['missing', answered(404, '0')],
  ['hinted', answered(404, '0')],
  ['broken', answered(500, '0')],
  ['hangs-up', failed(/^connection-reset: /)],
  ['resets-the-head', failed(/^connection-reset: /)],
  ['rubbish', failed(/^protocol/)],
  ['cuts-the-body', failed(/^connection-reset: /, 200)],
] as const;

describe.each(Object.entries(CALLERS))('a call by %s', (_name, { call, followsRedirects }) => {
  let store: TestStore;
  let host: Host;
  let api: MoodyApi;

  beforeAll(async () => {
    [store, api] = await Promise.all([createTestStore(), startMoodyApi()]);
    host = await createHost('express', { url: store.url });
  });
  afterAll(async () => {
    await host.close();
    api.close();
    await store.drop();
  });
  beforeEach(() => store.dataSource.query('truncate monitoring.api_usage_metric'));

  const calls = async () => {
    await host.monitoring.flush();
    return store.dataSource.query(
      'select * from monitoring.api_usage_metric order by timestamp, status_code desc',
    );
  };
  /** What came of it is the host's; here it is only waited for. */
  const callOf = (url: string, options: CallOptions = {}) => call(url, options).catch(() => undefined);

  it.each(ANSWERS)('that is answered with %s', async (mood, row) => {
    await callOf(`${api.origin}/${mood}/42?page=1`);
    expect(await calls()).toMatchObject([
      { endpoint: `/${mood}/:id`, method: 'GET', query_params: { page: '1' }, ...row },
    ]);
  });

  it('that is redirected is a call for each hop', async () => {
    await callOf(`${api.origin}/moved`);
    const hops = [answered(302, '0'), ...(followsRedirects ? [answered(200, '2')] : [])];
    expect(await calls()).toMatchObject(hops);
  });

  it('to a name that does not exist', async () => {
    await callOf('http://nowhere.invalid/works');
    expect(await calls()).toMatchObject([
      { api_name: 'nowhere.invalid', ...failed(/^dns: (ENOTFOUND|EAI_AGAIN)$/) },
    ]);
  });

  it('to a port where nobody listens', async () => {
    await callOf(`${api.closedOrigin}/works`);
    expect(await calls()).toMatchObject([failed(/^connection-refused: ECONNREFUSED$/)]);
  });

  it('to a server whose certificate nobody signed', async () => {
    await callOf(`${api.secureOrigin}/ok`);
    expect(await calls()).toMatchObject([failed(/^tls: [A-Z_]+$/)]);
  });

  it.each([
    ['silent', null],
    ['endless', 200],
  ])('to a server that is %s ends with the patience of its caller', async (mood, status) => {
    await callOf(`${api.origin}/${mood}`, { timeout: 80 });
    const [row, ...others] = await calls();
    expect([row, ...others]).toMatchObject([failed(/^timeout/, status)]);
    expect(row.response_time).toBeGreaterThan(50);
  });

  it('that its caller aborts before it is answered', async () => {
    const controller = new AbortController();
    const called = callOf(`${api.origin}/silent`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await called;
    expect(await calls()).toMatchObject([failed(/^aborted$/)]);
  });

  it('that its caller aborts while the answer comes in', async () => {
    const controller = new AbortController();
    await callOf(`${api.origin}/endless`, {
      signal: controller.signal,
      onHeaders: () => setImmediate(() => controller.abort()),
    });
    expect(await calls()).toMatchObject([failed(/^aborted$/, 200)]);
  });

  it('that is tried again is a call for each try, also over a connection that is kept', async () => {
    await callOf(`${api.origin}/hangs-up`);
    await callOf(`${api.origin}/ok`);
    await callOf(`${api.origin}/ok`);
    expect(await calls()).toMatchObject([
      failed(/^connection-reset: /),
      answered(200, '2'),
      answered(200, '2'),
    ]);
  });
});
