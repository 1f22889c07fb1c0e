/** Apitally as its guide for NestJS sets it up, with the log of requests that ours keeps as well. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { useApitally } from 'apitally/nestjs';
import { appModule } from '../../host/papers.ts';
import { serve } from '../../host/serve.ts';

const app = await NestFactory.create(appModule(decorators), { logger: false });
await useApitally(app, {
  clientId: '00000000-0000-4000-8000-000000000000',
  env: 'prod',
  requestLogging: { enabled: true, logException: true },
});

await serve(app, { flush: await syncOfApitally() });

/** It sends every ten seconds and offers no flush, so its client is asked for the same sync. */
async function syncOfApitally(): Promise<() => Promise<void>> {
  const client = new URL('common/client.js', import.meta.resolve('apitally/nestjs').replace('nestjs/', ''));
  const { ApitallyClient } = (await import(client.href)) as {
    ApitallyClient: { getInstance(): { sync(): Promise<void> } };
  };
  return () => ApitallyClient.getInstance().sync();
}
