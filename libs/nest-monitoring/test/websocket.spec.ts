import { Module } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import { once } from 'node:events';
import { ChatGateway, ScopedGateway } from './app/chat.gateway.js';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';
import { Recorded } from './app/recorded.js';

@Module({ providers: [ChatGateway, ScopedGateway] })
class ChatModule {}

const FAILING = [
  ['failing', 'Error', 'the room is gone', 'high'],
  ['observed', 'Error', 'observed', 'high'],
  ['text', 'NonError', 'just a string', 'high'],
  ['guarded', 'RangeError', 'thrown in a guard', 'high'],
  ['piped', 'RangeError', 'thrown in a pipe', 'high'],
  ['intercepted', 'RangeError', 'thrown in an interceptor', 'high'],
  ['refused', 'WsException', 'not like this', 'medium'],
] as const;

/** A client that waits for each answer. */
class Client {
  private constructor(private readonly socket: WebSocket) {}

  static async connect({ url }: Host): Promise<Client> {
    const socket = new WebSocket(url.replace('http', 'ws'));
    await once(socket, 'open');
    return new Client(socket);
  }

  async send(event: string, data: unknown = 'x', answers = 1): Promise<unknown[]> {
    const received: unknown[] = [];
    const all = new Promise<void>((resolve) => {
      this.socket.onmessage = (message) => {
        received.push(JSON.parse(String(message.data)));
        if (received.length === answers) resolve();
      };
    });
    this.socket.send(JSON.stringify({ event, data }));
    await all;
    return received;
  }

  close(): void {
    this.socket.close();
  }
}

describe.each(PLATFORMS)('WebSocket gateways of a host on %s', (platform) => {
  let recorded: Recorded;
  let host: Host;
  let unwatched: Host;
  let client: Client;
  let other: Client;

  beforeAll(async () => {
    recorded = await Recorded.open();
    const options = {
      imports: [ChatModule],
      prepare: (app: Host['app']) => app.useWebSocketAdapter(new WsAdapter(app)),
    };
    const user = (request: { user?: unknown }) => request.user as { id: string } | null;
    host = await createHost(platform, { url: recorded.url, user }, options);
    unwatched = await createHost(platform, { url: recorded.url }, { ...options, monitored: false });
  });
  afterAll(async () => {
    await host.close();
    await unwatched.close();
    await recorded[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    client = await Client.connect(host);
    other = await Client.connect(unwatched);
    await recorded.clear(host.monitoring);
  });
  afterEach(() => {
    client.close();
    other.close();
  });

  it('are timed by class and method, with the user that they know the client by', async () => {
    await client.send('sign-in', 'u-7');
    expect(await client.send('echo', 'hello')).toEqual([{ event: 'echo', data: 'hello' }]);
    const runs = await recorded.runs(host.monitoring);
    const handled = runs.filter(({ metric_type }) => metric_type === 'websocket');
    expect(handled).toMatchObject([
      { endpoint: 'ChatGateway.signIn', method: null, metadata: { event: 'sign-in', success: true } },
      { endpoint: 'ChatGateway.echo', user_id: 'u-7', metadata: { event: 'echo', success: true } },
    ]);
    expect(JSON.stringify(runs)).not.toContain('hello');
    const logged = runs.find(({ metric_type }) => metric_type === 'text_length');
    expect(logged).toMatchObject({
      endpoint: 'ChatGateway.echo',
      trace_id: handled[1]?.trace_id,
      user_id: 'u-7',
    });
    expect(await recorded.requests(host.monitoring)).toEqual([]);
  });

  it.each(FAILING)(
    'that throw (%s) are recorded once, and answer as before',
    async (event, type, message, severity) => {
      expect(await client.send(event)).toEqual(await other.send(event));
      const errors = await recorded.errors(host.monitoring);
      const runs = await recorded.runs(host.monitoring);
      expect(runs).toMatchObject([{ endpoint: `ChatGateway.${event}`, metadata: { success: false } }]);
      expect(errors).toMatchObject([
        {
          error_type: type,
          message,
          severity,
          endpoint: `ChatGateway.${event}`,
          trace_id: runs[0]?.trace_id,
          ip_address: '127.0.0.1',
          metadata: { transport: 'websocket', event },
        },
      ]);
    },
  );

  it('that answer with an HttpException below 500 have not failed', async () => {
    expect(await client.send('missing')).toEqual(await other.send('missing'));
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('record an error that was logged as it was logged, once', async () => {
    await client.send('logged');
    expect(await recorded.errors(host.monitoring)).toMatchObject([
      { message: 'seen already', severity: 'low' },
    ]);
  });

  it('are left out where they say so', async () => {
    await client.send('skipped');
    expect(await recorded.runs(host.monitoring)).toEqual([]);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('are timed until the last of what they stream is sent', async () => {
    expect(await client.send('stream', '', 2)).toHaveLength(2);
    const [run, ...others] = await recorded.runs(host.monitoring);
    expect(others).toEqual([]);
    expect(run?.endpoint).toBe('ChatGateway.stream');
    expect(run?.value).toBeGreaterThanOrEqual(45);
  });

  it('that are made for one message are watched too', async () => {
    await client.send('scoped');
    expect(await recorded.runs(host.monitoring)).toMatchObject([{ endpoint: 'ScopedGateway.scoped' }]);
  });

  it('keep the traces of messages that are handled at once apart', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => Client.connect(host)));
    await Promise.all(clients.map((one) => one.send('echo', 'x')));
    clients.forEach((one) => one.close());
    const runs = await recorded.runs(host.monitoring);
    const traces = (type: string) =>
      runs.filter((run) => run.metric_type === type).map(({ trace_id }) => trace_id);
    expect(new Set(traces('websocket')).size).toBe(10);
    expect(traces('websocket').sort()).toEqual(traces('text_length').sort());
  });
});
