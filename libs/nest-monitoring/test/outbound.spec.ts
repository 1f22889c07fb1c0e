import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { once } from 'node:events';
import http, { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHost, type Host } from './app/create-host.js';

describe('outbound calls', () => {
  let store: TestStore;
  let host: Host;
  let api: Server;
  let origin: string;

  beforeAll(async () => {
    store = await createTestStore();
    api = createServer((request, response) => {
      if (request.url?.startsWith('/hang-up')) return void request.socket.destroy();
      const status = Number(/status=(\d+)/.exec(request.url ?? '')?.[1] ?? 200);
      response.writeHead(status, { 'content-length': 2 }).end('{}');
    }).listen(0, '127.0.0.1');
    await once(api, 'listening');
    origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    host = await createHost('express', { url: store.url, apis: { crossref: '127.0.0.1' } });
  });
  afterAll(async () => {
    await host.close();
    api.closeAllConnections();
    api.close();
    await store.drop();
  });
  beforeEach(async () => {
    await host.monitoring.flush();
    await store.dataSource.query('truncate monitoring.api_usage_metric, monitoring.error_log');
  });

  const calls = async () => {
    await host.monitoring.flush();
    return store.dataSource.query('select * from monitoring.api_usage_metric order by timestamp, id');
  };
  const byHttp = async (path: string): Promise<unknown> => {
    const request = http.get(origin + path);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    return response.toArray();
  };
  const byFetch = async (path: string): Promise<unknown> => (await fetch(origin + path)).text();

  describe.each([
    ['fetch', byFetch],
    ['node:http', byHttp],
  ])('by %s', (_name, call) => {
    it('are recorded with name, endpoint, status, size and scrubbed query', async () => {
      await call('/works/42?query=dna&token=t-1');
      expect(await calls()).toMatchObject([
        {
          api_name: 'crossref',
          endpoint: '/works/:id',
          method: 'GET',
          status_code: 200,
          success: true,
          response_size: '2',
          query_params: { query: 'dna', token: '[scrubbed]' },
        },
      ]);
    });

    it('that are answered with a failure count as failed', async () => {
      await call('/works?status=503');
      expect(await calls()).toMatchObject([{ status_code: 503, success: false }]);
    });

    it('that get no answer count as failed, without a status', async () => {
      await expect(call('/hang-up')).rejects.toThrow();
      expect(await calls()).toMatchObject([{ endpoint: '/hang-up', status_code: null, success: false }]);
    });

    it('within a timed call are that call, and not a second one', async () => {
      await host.monitoring.monitorApi('semantic-scholar', '/graph', { q: 'x' }, () =>
        call('/works?status=404'),
      );
      expect(await calls()).toMatchObject([
        { api_name: 'semantic-scholar', endpoint: '/graph', status_code: 404, success: false },
      ]);
    });
  });

  it('are named by their host where no name was given', async () => {
    const { port } = api.address() as AddressInfo;
    await fetch(`http://localhost:${port}/works`).catch(() => undefined);
    expect(await calls()).toMatchObject([{ api_name: `localhost:${port}`, endpoint: '/works' }]);
  });

  it('timed with using are recorded once, and what follows them is recorded as before', async () => {
    const search = async () => {
      using call = host.monitoring.startApiCall('arxiv', '/query', { q: 'x' });
      await byFetch('/works');
      return call;
    };
    await search();
    await byFetch('/after');
    expect(await calls()).toMatchObject([
      { api_name: 'arxiv', endpoint: '/query', status_code: 200, success: true },
      { api_name: 'crossref', endpoint: '/after' },
    ]);
  });

  it('that throw are rethrown unchanged, and recorded with their error', async () => {
    const error = new Error('no route');
    const call = host.monitoring.monitorApi('arxiv', '/query', {}, () => Promise.reject(error));
    await expect(call).rejects.toBe(error);
    expect(await calls()).toMatchObject([{ api_name: 'arxiv', success: false, status_code: null }]);
    expect(await store.dataSource.query('select message, severity from monitoring.error_log')).toEqual([
      { message: 'no route', severity: 'medium' },
    ]);
  });

  it('that cannot even connect count as failed', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    await expect(fetch(`http://127.0.0.1:${port}/works`)).rejects.toThrow();
    expect(await calls()).toMatchObject([{ endpoint: '/works', status_code: null, success: false }]);
  });

  it('of the monitor itself are not recorded', async () => {
    await host.monitoring.getSystemHealthSummary();
    expect(await calls()).toEqual([]);
  });
});
