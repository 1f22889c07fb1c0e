import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { createHost, type Host } from './app/create-host.js';
import { startMoodyApi, type MoodyApi } from './app/moody-api.js';

describe('outbound calls', () => {
  let store: TestStore;
  let host: Host;
  let api: MoodyApi;

  beforeAll(async () => {
    [store, api] = await Promise.all([createTestStore(), startMoodyApi()]);
    host = await createHost('express', { url: store.url, buffer: { flushIntervalMs: 100 } });
  });
  afterAll(async () => {
    await host.close();
    api.close();
    await store.drop();
  });
  beforeEach(() => store.dataSource.query('truncate monitoring.api_usage_metric'));

  const stored = () =>
    store.dataSource.query('select * from monitoring.api_usage_metric order by api_name, timestamp');
  const calls = async () => {
    await host.monitoring.flush();
    return stored();
  };
  const answerOf = async (request: ClientRequest) =>
    ((await once(request, 'response')) as [IncomingMessage])[0];
  const failing = (work: () => unknown) => Promise.resolve(work()).catch(() => undefined);

  it('whose answer the caller does not care to read are what their status says', async () => {
    await (await fetch(`${api.origin}/endless`)).body?.cancel();
    const response = await answerOf(http.get(`${api.origin}/endless`));
    response.destroy();
    await once(response, 'close');
    const request = http.get(`${api.origin}/endless`);
    (await answerOf(request)).on('error', () => undefined);
    request.destroy();
    await once(request, 'close');
    const row = { status_code: 200, success: true, failure: null };
    expect(await calls()).toMatchObject([row, row, row]);
  });

  it('whose answer is still coming in are on the record once that is flushed', async () => {
    const { body } = await fetch(`${api.origin}/endless`);
    expect(await calls()).toMatchObject([{ status_code: 200, success: true, failure: null }]);
    await body?.cancel();
    expect(await calls()).toHaveLength(1);
  });

  it('whose answer nobody reads are on the record soon, without being flushed', async () => {
    const response = await answerOf(http.get(`${api.origin}/ok`));
    let rows = await stored();
    while (rows.length === 0) rows = await stored();
    expect(rows).toMatchObject([{ status_code: 200, success: true }]);
    response.resume();
  });

  it('that fail before anything of them is sent are calls too', async () => {
    const request = http.request('http://nowhere.invalid/upload', { method: 'PUT' });
    new PassThrough().pipe(request);
    await once(request, 'error').catch(() => undefined);
    request.on('error', () => undefined).destroy();
    expect(await calls()).toMatchObject([{ method: 'PUT', endpoint: '/upload', success: false }]);
  });

  it('that their caller destroys are aborted, and timeouts where it was told of one', async () => {
    const destroyed = http.get(`${api.origin}/silent`);
    await once(destroyed, 'finish');
    destroyed.destroy();
    await once(destroyed, 'error');
    const impatient = http.get(`${api.origin}/silent`, { timeout: 50 });
    impatient.on('timeout', () => impatient.destroy(new Error('too slow for us')));
    await once(impatient, 'error');
    expect(await calls()).toMatchObject([{ failure: 'aborted' }, { failure: 'timeout' }]);
  });

  it('that are timed by the host have the reason of what went wrong last', async () => {
    const { monitoring } = host;
    await monitoring.monitorApi('1 tried again', '/', {}, async () => {
      await failing(() => fetch(`${api.origin}/hangs-up`));
      return (await fetch(`${api.origin}/moved`)).text();
    });
    await failing(() =>
      monitoring.monitorApi('2 cut', '/', {}, async () =>
        (await fetch(`${api.origin}/cuts-the-body`)).text(),
      ),
    );
    await failing(() =>
      monitoring.monitorApi('3 broken', '/', {}, () => Promise.reject(new RangeError('out of it'))),
    );
    {
      using call = monitoring.startApiCall('4 given up', '/');
      call.fail();
    }
    expect(await calls()).toMatchObject([
      { api_name: '1 tried again', status_code: 200, success: true, failure: null },
      {
        api_name: '2 cut',
        status_code: 200,
        success: false,
        failure: expect.stringMatching(/^connection-reset/),
      },
      { api_name: '3 broken', status_code: null, success: false, failure: 'other: RangeError' },
      { api_name: '4 given up', status_code: null, success: false, failure: null },
    ]);
  });

  it('that the host measures itself have the reason that it gives', async () => {
    const log = (apiName: string, statusCode: number | null, error?: unknown) =>
      host.monitoring.logApiUsage({ apiName, endpoint: 'SEND', responseTime: 5, statusCode, error });
    log('1 refused', null, Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    log('2 in a word', null, 'greylisted');
    log('3 by its status', 550, new Error('no such user'));
    log('4 fine', 250);
    expect(await calls()).toMatchObject([
      { success: false, failure: 'connection-refused: ECONNREFUSED' },
      { success: false, failure: 'greylisted' },
      { success: false, failure: null },
      { success: true, failure: null },
    ]);
  });
});
