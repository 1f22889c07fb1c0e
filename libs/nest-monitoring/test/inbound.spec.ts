import { createTestStore } from '@scitex/monitoring-storage/testing';
import { connect } from 'node:net';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';

type Row = Record<string, unknown>;

describe.each(PLATFORMS)('requests of a host on %s', (platform) => {
  let store: Awaited<ReturnType<typeof createTestStore>>;
  let host: Host;

  beforeAll(async () => {
    store = await createTestStore();
    host = await createHost(platform, { url: store.url });
  });
  afterAll(async () => {
    await host.close();
    await store.drop();
  });
  beforeEach(async () => {
    await host.monitoring.flush(3_000);
    await store.dataSource.query(
      'truncate monitoring.system_metric, monitoring.error_log, monitoring.user_activity',
    );
  });

  const rows = async (table: string): Promise<Row[]> => {
    await host.monitoring.flush(3_000);
    return store.dataSource.query(`select * from monitoring.${table} order by timestamp, id`);
  };
  const get = (path: string, init?: RequestInit) =>
    fetch(host.url + path, init).then((answer) => answer.text());
  const requests = async () =>
    (await rows('system_metric')).map((row) => [row['method'], row['endpoint'], row['status_code']]);

  it.each([
    ['/papers/search', 'GET', '/papers/search', 200],
    ['/papers/42?x=1', 'GET', '/papers/:id', 200],
    ['/papers/not-a-number', 'GET', '/papers/:id', 400],
    ['/papers/missing', 'GET', '/papers/missing', 404],
    ['/papers/teapot', 'GET', '/papers/teapot', 418],
    ['/papers/forbidden', 'GET', '/papers/forbidden', 403],
    ['/papers/failing', 'GET', '/papers/failing', 500],
    ['/papers/unavailable', 'GET', '/papers/unavailable', 503],
    ['/no/such/page', 'GET', '(unmatched)', 404],
    ['/papers/42', 'HEAD', '/papers/:id', 200],
    ['/papers/7/notes', 'POST', '/papers/:id/notes', 201],
  ])('records %s (%s) as %s with %d', async (path, method, endpoint, status) => {
    await get(path, { method });
    expect(await requests()).toEqual([[method, endpoint, status]]);
  });

  it('records a body that cannot be parsed under its route', async () => {
    await get('/papers', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
    expect(await requests()).toEqual([['POST', '/papers', 400]]);
  });

  it('records who asked, from where, with what, and how long it took', async () => {
    const begin = performance.now();
    await get('/papers/slow', { headers: { 'x-user': 'u-1', 'user-agent': 'spec/1' } });
    const elapsed = performance.now() - begin;
    const [row] = await rows('system_metric');
    expect(row).toMatchObject({
      app: 'papers',
      environment: 'test',
      metric_type: 'response_time',
      user_id: 'u-1',
      metadata: { ipAddress: '127.0.0.1', userAgent: 'spec/1' },
    });
    expect(Number(row?.['value'])).toBeGreaterThan(290);
    expect(Number(row?.['value'])).toBeLessThanOrEqual(elapsed + 50);
  });

  it('takes over the trace of the caller', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await get('/papers/failing', { headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` } });
    expect((await rows('system_metric'))[0]).toMatchObject({ trace_id: trace });
    expect((await rows('error_log'))[0]).toMatchObject({ trace_id: trace });
  });

  const nextClose = () =>
    new Promise<void>((resolve) => {
      host.app
        .getHttpServer()
        .once('request', (_request: unknown, response: NodeJS.EventEmitter) =>
          response.once('close', resolve),
        );
    });

  it('records a client that goes away as 499', async () => {
    const closed = nextClose();
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1');
    socket.write('GET /papers/slow HTTP/1.1\r\nHost: x\r\n\r\n', () => setImmediate(() => socket.destroy()));
    await closed;
    expect(await requests()).toEqual([['GET', '/papers/slow', 499]]);
  });

  it('records a stream of events with the time until it began, and its end as no failure', async () => {
    const closed = nextClose();
    const begin = performance.now();
    const response = await fetch(`${host.url}/papers/events`);
    const reader = response.body?.getReader();
    // An event comes every 20 ms.
    let text = '';
    while (!text.includes('"count":10')) text += Buffer.from((await reader?.read())?.value ?? []).toString();
    await reader?.cancel();
    await closed;
    const heardFor = performance.now() - begin;
    const [row] = await rows('system_metric');
    expect(row).toMatchObject({ endpoint: '/papers/events', status_code: 200 });
    expect(Number(row?.['value'])).toBeLessThan(heardFor - 150);
  });

  it.each(['/healthz', '/readyz', '/monitoring/api/health', '/favicon.ico', '/app.js?v=1'])(
    'leaves %s out',
    async (path) => {
      await get(path);
      expect(await requests()).toEqual([]);
    },
  );

  it('leaves a handler with @SkipMonitoring out, its errors too', async () => {
    await get('/papers/skipped', { headers: { 'x-user': 'u-1' } });
    expect(await requests()).toEqual([]);
    expect(await rows('error_log')).toEqual([]);
    expect(await rows('user_activity')).toEqual([]);
  });

  it('fills an activity that the host logs in from the request that is being served', async () => {
    await get('/papers/cited', { headers: { 'x-user': 'u-1' } });
    expect(await rows('user_activity')).toContainEqual(
      expect.objectContaining({
        activity_type: 'cite',
        user_id: 'u-1',
        endpoint: '/papers/cited',
        method: 'GET',
      }),
    );
  });

  it('turns the requests of a known user into activities, and those of nobody into none', async () => {
    await get('/papers/search', { headers: { 'x-user': 'u-1' } });
    await get('/papers/9/notes', { method: 'POST', headers: { 'x-user': 'u-1' } });
    await get('/papers/search');
    expect(await rows('user_activity')).toMatchObject([
      {
        user_id: 'u-1',
        user_label: 'u-1@example.org',
        activity_type: 'search',
        module: 'papers',
        success: true,
      },
      {
        activity_type: 'annotate',
        feature: 'margin notes',
        endpoint: '/papers/:id/notes',
        method: 'POST',
        details: { statusCode: 201 },
      },
    ]);
  });
});
