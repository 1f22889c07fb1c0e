import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { TraceTargets } from '../src/index.js';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';
import { CLIENTS, RelayModule } from './app/relay.module.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const TRACEPARENT = `00-${TRACE}-${PARENT}-01`;

describe.each(PLATFORMS)('the trace of a request to a host on %s', (platform) => {
  let store: TestStore;
  let host: Host;
  let other: Server;
  let received: (IncomingHttpHeaders & { path: string })[];
  let to: string;

  beforeAll(async () => {
    store = await createTestStore();
    other = createServer((request, response) => {
      received.push({ ...request.headers, path: request.url ?? '' });
      if (request.url === '/moved') return void response.writeHead(302, { location: '/here' }).end();
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    to = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  const start = async (propagateTo?: TraceTargets) => {
    host = await createHost(
      platform,
      { url: store.url, ...(propagateTo !== undefined && { propagateTo }) },
      { imports: [RelayModule] },
    );
  };
  beforeEach(async () => {
    received = [];
    await store.dataSource.query(
      'truncate monitoring.system_metric, monitoring.error_log, monitoring.api_usage_metric',
    );
  });
  afterEach(() => host.close());
  afterAll(async () => {
    other.closeAllConnections();
    other.close();
    await store.drop();
  });

  const relay = (client: string, headers: Record<string, string> = {}, path = '/', query = '') =>
    fetch(`${host.url}/relay/${encodeURIComponent(client)}?to=${encodeURIComponent(to + path)}${query}`, {
      headers,
    }).then((answer) => answer.text());
  const traces = async (table: string): Promise<string[]> => {
    await host.monitoring.flush();
    // The calls of this spec to its host are made by the same process, and for no request.
    const where = `where endpoint not like '/relay/%' or trace_id is not null`;
    const rows = await store.dataSource.query(`select trace_id from monitoring.${table} ${where}`);
    return (rows as { trace_id: string }[]).map((row) => row.trace_id);
  };

  it.each(Object.keys(CLIENTS))('goes on with a call by %s, under an id of its own', async (client) => {
    await start();
    await relay(client, { traceparent: TRACEPARENT, tracestate: 'a=1,b=2' });
    expect(received).toHaveLength(1);
    const [, trace, parent, flags] = received[0]?.['traceparent']?.toString().split('-') ?? [];
    expect([trace, flags]).toEqual([TRACE, '01']);
    expect(parent).toMatch(/^[0-9a-f]{16}$/);
    expect(parent).not.toBe(PARENT);
    expect(received[0]?.['tracestate']).toBe('a=1,b=2');
  });

  it.each(Object.keys(CLIENTS))('that a caller by %s set itself stays as it is', async (client) => {
    await start();
    await relay(client, { traceparent: TRACEPARENT, 'x-own': '{"Traceparent":"mine","tracestate":"x=1"}' });
    expect(received).toMatchObject([{ traceparent: 'mine', tracestate: 'x=1' }]);
  });

  it('is one for the request, its error and each of its calls', async () => {
    await start();
    await relay('fetch', { traceparent: TRACEPARENT }, '/fail', '&times=3');
    expect(await traces('system_metric')).toEqual([TRACE]);
    expect(await traces('error_log')).toEqual([TRACE]);
    expect(await traces('api_usage_metric')).toEqual([TRACE, TRACE, TRACE]);
    expect(new Set(received.map(({ traceparent }) => traceparent)).size).toBe(3);
  });

  it.each([undefined, 'rubbish', `ff-${TRACE}-${PARENT}-01`, `00-${TRACE}-${'0'.repeat(16)}-01`])(
    'begins anew where the caller sends %s',
    async (traceparent) => {
      await start();
      await relay('http', { ...(traceparent && { traceparent }), tracestate: 'a=1' });
      const [trace] = await traces('system_metric');
      expect(trace).toMatch(/^[0-9a-f]{32}$/);
      expect(trace).not.toBe(TRACE);
      expect(received[0]?.['traceparent']).toMatch(`00-${trace}-`);
      expect(received[0]?.['tracestate']).toBeUndefined();
    },
  );

  it('is kept apart from those of the requests that are served at the same time', async () => {
    await start();
    const clients = Object.keys(CLIENTS);
    const relays = Array.from({ length: 40 }, (_, n) => {
      const trace = n.toString(16).padStart(32, 'a');
      const headers = { traceparent: `00-${trace}-${PARENT}-01` };
      return relay(clients[n % clients.length] ?? '', headers, `/${trace}`, '&times=2');
    });
    await Promise.all(relays);
    expect(received).toHaveLength(80);
    for (const { path, traceparent } of received) expect(traceparent).toContain(path.slice(1));
  });

  it('is kept apart from those of pipelined requests on one connection', async () => {
    await start();
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1');
    const ids = ['1', '2', '3'].map((digit) => digit.repeat(32));
    const request = (id: string, end: boolean) =>
      `GET /relay/fetch?to=${encodeURIComponent(`${to}/${id}`)} HTTP/1.1\r\nHost: x\r\n` +
      `traceparent: 00-${id}-${PARENT}-01\r\n${end ? 'Connection: close\r\n' : ''}\r\n`;
    socket.write(ids.map((id, n) => request(id, n === ids.length - 1)).join(''));
    socket.resume();
    await once(socket, 'close');
    expect(received.map(({ path }) => path.slice(1)).sort()).toEqual(ids);
    for (const { path, traceparent } of received) expect(traceparent).toContain(path.slice(1));
    expect((await traces('system_metric')).sort()).toEqual(ids);
  });

  it('goes on with each hop of a redirect', async () => {
    await start();
    await relay('fetch', { traceparent: TRACEPARENT }, '/moved');
    expect(received.map(({ path }) => path)).toEqual(['/moved', '/here']);
    expect(received.every(({ traceparent }) => traceparent?.includes(TRACE))).toBe(true);
  });

  it.each([
    [false, false],
    [[], false],
    [['api.example.org'], false],
    [['127.0.0.1'], true],
    [[/^http:\/\/127/], true],
    [true, true],
  ] as const)('goes, with propagateTo: %j, to 127.0.0.1: %s', async (propagateTo, goes) => {
    await start(propagateTo);
    await relay('fetch');
    await relay('http');
    expect(received.map(({ traceparent }) => traceparent !== undefined)).toEqual([goes, goes]);
  });

  it('is not made up for a call that no request asked for', async () => {
    await start();
    await CLIENTS['fetch']?.(to, {});
    await CLIENTS['http']?.(to, {});
    expect(received.map(({ traceparent }) => traceparent)).toEqual([undefined, undefined]);
  });
});
