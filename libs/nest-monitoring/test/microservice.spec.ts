import { Module, type INestApplication } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import { ClientProxyFactory, Transport, type ClientProxy } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import type { AddressInfo, Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { lastValueFrom, toArray } from 'rxjs';
import { MonitoringModule, MonitoringService } from '../src/index.js';
import { createHost, type Host } from './app/create-host.js';
import { Recorded } from './app/recorded.js';
import { ScopedController, SumsController } from './app/sums.controller.js';

@Module({ controllers: [SumsController, ScopedController] })
class SumsModule {}

const TCP = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } } as const;

const FAILING = [
  ['failing', 'Error', 'the index is gone', 'high'],
  ['observed', 'Error', 'observed', 'high'],
  ['text', 'NonError', 'just a string', 'high'],
  ['guarded', 'RangeError', 'thrown in a guard', 'high'],
  ['piped', 'RangeError', 'thrown in a pipe', 'high'],
  ['intercepted', 'RangeError', 'thrown in an interceptor', 'high'],
  ['refused', 'RpcException', 'not like this', 'medium'],
] as const;

const clientOf = (server: { unwrap<T>(): T }): ClientProxy => {
  const { port } = server.unwrap<Server>().address() as AddressInfo;
  return ClientProxyFactory.create({ transport: Transport.TCP, options: { host: '127.0.0.1', port } });
};

const send = (client: ClientProxy, pattern: unknown, data: unknown = 'x'): Promise<unknown[]> =>
  lastValueFrom(client.send<unknown>(pattern, data).pipe(toArray()));

const outcome = (client: ClientProxy, pattern: string): Promise<unknown> =>
  send(client, pattern).catch((error: unknown) => ({ error }));

describe('microservice handlers of a host with HTTP', () => {
  let recorded: Recorded;
  let host: Host;
  let unwatched: Host;
  let client: ClientProxy;
  let other: ClientProxy;

  beforeAll(async () => {
    recorded = await Recorded.open();
    const prepare = async (app: INestApplication) => {
      app.connectMicroservice(TCP);
      await app.startAllMicroservices();
    };
    const options = { imports: [SumsModule], prepare };
    host = await createHost('express', { url: recorded.url }, options);
    unwatched = await createHost('express', { url: recorded.url }, { ...options, monitored: false });
    [client, other] = [host, unwatched].map(({ app }) => clientOf(app.getMicroservices()[0]!)) as [
      ClientProxy,
      ClientProxy,
    ];
  });
  afterAll(async () => {
    await Promise.all([client.close(), other.close()]);
    await host.close();
    await unwatched.close();
    await recorded[Symbol.asyncDispose]();
  });
  beforeEach(() => recorded.clear(host.monitoring));

  it('are timed by class and method, under a trace of their own', async () => {
    expect(await send(client, { cmd: 'sum' }, [20, 22])).toEqual([42]);
    const runs = await recorded.runs(host.monitoring);
    const handled = runs.find(({ metric_type }) => metric_type === 'rpc');
    expect(handled).toMatchObject({
      endpoint: 'SumsController.sum',
      method: 'MESSAGE',
      metadata: { pattern: { cmd: 'sum' }, success: true },
    });
    expect(runs.find(({ metric_type }) => metric_type === 'summands')).toMatchObject({
      endpoint: 'SumsController.sum',
      trace_id: handled?.trace_id,
    });
    expect(runs).toHaveLength(2);
    expect(await recorded.requests(host.monitoring)).toEqual([]);
  });

  it.each(FAILING)(
    'that throw (%s) are recorded once, and answer as before',
    async (pattern, type, message, severity) => {
      expect(await outcome(client, pattern)).toEqual(await outcome(other, pattern));
      const endpoint = `SumsController.${pattern}`;
      const runs = await recorded.runs(host.monitoring);
      expect(runs).toMatchObject([{ endpoint, metadata: { success: false } }]);
      expect(await recorded.errors(host.monitoring)).toMatchObject([
        {
          error_type: type,
          message,
          severity,
          endpoint,
          trace_id: runs[0]?.trace_id,
          metadata: { transport: 'rpc', pattern },
        },
      ]);
    },
  );

  it('that answer with an HttpException below 500 have not failed', async () => {
    expect(await outcome(client, 'missing')).toEqual(await outcome(other, 'missing'));
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('record what an event handler throws, which no caller hears of', async () => {
    client.emit('noted', 'this');
    let errors = await recorded.errors(host.monitoring);
    while (errors.length === 0) {
      await setTimeout(5);
      errors = await recorded.errors(host.monitoring);
    }
    expect(errors).toMatchObject([
      { endpoint: 'SumsController.noted', method: 'EVENT', message: 'nobody hears this' },
    ]);
  });

  it('record an error that was logged as it was logged, once', async () => {
    await outcome(client, 'logged');
    expect(await recorded.errors(host.monitoring)).toMatchObject([
      { message: 'seen already', severity: 'low' },
    ]);
  });

  it('are left out where they say so', async () => {
    await outcome(client, 'skipped');
    expect(await recorded.runs(host.monitoring)).toEqual([]);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('are timed once for all that they stream', async () => {
    expect(await send(client, 'stream', [1, 2, 3])).toEqual([1, 2, 3]);
    expect(await recorded.runs(host.monitoring)).toMatchObject([{ endpoint: 'SumsController.stream' }]);
  });

  it('that are made for one message are watched too', async () => {
    expect(await send(client, 'scoped')).toEqual([true]);
    expect(await recorded.runs(host.monitoring)).toMatchObject([{ endpoint: 'ScopedController.scoped' }]);
  });

  it('of other libraries are recorded with the name of their transport', async () => {
    const consumer = host.app.get(SumsController);
    const consume = host.app
      .get(ExternalContextCreator)
      .create(
        consumer,
        consumer.failing,
        'failing',
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        'rmq',
      );
    await expect(consume()).rejects.toThrow('the index is gone');
    const common = { endpoint: 'SumsController.failing', metadata: { transport: 'rmq' } };
    expect(await recorded.runs(host.monitoring)).toMatchObject([{ ...common, metric_type: 'rpc' }]);
    expect(await recorded.errors(host.monitoring)).toMatchObject([common]);
  });

  it('keep the traces of messages that are handled at once apart', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => send(client, { cmd: 'sum' }, [n])));
    const runs = await recorded.runs(host.monitoring);
    const traces = (type: string) =>
      runs.filter((run) => run.metric_type === type).map(({ trace_id }) => trace_id);
    expect(new Set(traces('rpc')).size).toBe(20);
    expect(traces('rpc').sort()).toEqual(traces('summands').sort());
  });
});

describe('microservice handlers of a host without HTTP', () => {
  it('are recorded too', async () => {
    await using recorded = await Recorded.open();
    const monitoring = MonitoringModule.forRoot({
      serviceName: 'sums',
      transport: { kind: 'postgres', url: recorded.url },
      spool: false,
    });
    const module = await Test.createTestingModule({ imports: [monitoring, SumsModule] }).compile();
    const app = module.createNestMicroservice({ ...TCP, logger: false });
    await app.listen();
    const client = clientOf(app);
    expect(await send(client, { cmd: 'sum' }, [1])).toEqual([1]);
    const runs = await recorded.runs(app.get(MonitoringService));
    expect(runs.map(({ metric_type }) => metric_type).sort()).toEqual(['rpc', 'summands']);
    await client.close();
    await app.close();
  });
});
