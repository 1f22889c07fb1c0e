import { BullModule, getQueueToken } from '@nestjs/bullmq';
import type { INestApplication } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import { testRedisUrl } from '@scitex/monitoring-storage/testing';
import { QueueEvents, type Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import type { AddressInfo, Server } from 'node:net';
import { lastValueFrom } from 'rxjs';
import { BrokenController, BrokenModule } from './app/broken.module.js';
import { createHost, type Host } from './app/create-host.js';
import { GraphqlHostModule } from './app/graphql.module.js';
import { Recorded } from './app/recorded.js';

const TCP = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } } as const;

describe('handlers whose class cannot be made for their message', () => {
  let recorded: Recorded;
  let host: Host;
  const queue = { connection: { url: testRedisUrl() }, prefix: randomUUID() };

  beforeAll(async () => {
    recorded = await Recorded.open();
    const prepare = async (app: INestApplication) => {
      app.connectMicroservice(TCP);
      await app.startAllMicroservices();
    };
    const queues = [BullModule.forRoot(queue), BullModule.registerQueue({ name: 'broken' })];
    const imports = [BrokenModule, GraphqlHostModule, ...queues];
    host = await createHost('express', { url: recorded.url }, { imports, prepare });
  });
  afterAll(async () => {
    await host.close();
    await recorded[Symbol.asyncDispose]();
  });
  beforeEach(() => recorded.clear(host.monitoring));

  const send = async (pattern: string) => {
    const { port } = host.app.getMicroservices()[0]!.unwrap<Server>().address() as AddressInfo;
    const client = ClientProxyFactory.create({ ...TCP, options: { ...TCP.options, port } });
    await expect(lastValueFrom(client.send(pattern, {}))).rejects.toBeDefined();
    await client.close();
  };
  const expectError = async (endpoint: string, transport: string) => {
    const thrown = { error_type: 'RangeError', message: 'rejected in a provider', severity: 'high' };
    expect(await recorded.errors(host.monitoring)).toMatchObject([
      { ...thrown, endpoint, method: null, metadata: { transport } },
    ]);
    expect(await recorded.runs(host.monitoring)).toEqual([]);
  };

  it('are told by their class: of a microservice', async () => {
    await send('broken');
    await expectError('BrokenController.constructor', 'rpc');
  });

  it('are told by their class, as a part of their request: of GraphQL', async () => {
    const body = JSON.stringify({ query: '{ broken }' });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${host.url}/graphql`, { method: 'POST', headers, body });
    await expectError('BrokenResolver.constructor', 'graphql');
    const [request] = await recorded.requests(host.monitoring);
    expect(request?.endpoint).toBe('/graphql');
    const [error] = await recorded.errors(host.monitoring);
    expect(error?.trace_id).toBe(request?.trace_id);
  });

  it('are told by their class: of a queue', async () => {
    const events = new QueueEvents('broken', queue);
    await events.waitUntilReady();
    const job = await host.app.get<Queue>(getQueueToken('broken')).add('any', {});
    await expect(job.waitUntilFinished(events)).rejects.toThrow('rejected in a provider');
    await events.close();
    await expectError('BrokenProcessor.constructor', 'job');
  });

  it('are told once by an HTTP request, as ever', async () => {
    await fetch(`${host.url}/broken`);
    expect(await recorded.errors(host.monitoring)).toMatchObject([{ endpoint: '/broken' }]);
  });

  it('are left out where their class says so', async () => {
    await send('secret');
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('stay what they were for a host that asks for one itself', async () => {
    const asked = host.app.get(ModuleRef).resolve(BrokenController, undefined, { strict: false });
    await expect(asked).rejects.toThrow('rejected in a provider');
  });
});
