import {
  Module,
  type DynamicModule,
  type INestApplication,
  type ModuleMetadata,
  type Provider,
  type MiddlewareConsumer,
} from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { MonitoringModule, MonitoringService, type MonitoringModuleOptions } from '../../src/index.js';
import { PapersController } from './papers.controller.js';
import { CatchAllFilter, ThrowingMiddleware } from './throwing.js';

export const PLATFORMS = ['express', 'fastify'] as const;
export type Platform = (typeof PLATFORMS)[number];

@Module({ controllers: [PapersController] })
class HostModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ThrowingMiddleware).forRoutes('papers/middleware');
  }
}

export interface Host {
  readonly app: INestApplication;
  readonly url: string;
  readonly monitoring: MonitoringService;
  close(): Promise<void>;
}

export interface HostOptions {
  /** Register a catch-all filter of the host's own. */
  readonly catchAll?: boolean;
  readonly monitored?: boolean;
  /** What the host consists of besides. */
  readonly imports?: ModuleMetadata['imports'];
  readonly providers?: Provider[];
  /** What it does before it listens. */
  prepare?(app: INestApplication): unknown;
}

/** Starts a small research backend that imports the module, on a port of its own. */
export async function createHost(
  platform: Platform,
  options: Partial<MonitoringModuleOptions> & { url: string },
  { catchAll = false, monitored = true, imports = [], providers = [], prepare }: HostOptions = {},
): Promise<Host> {
  const { url, ...others } = options;
  const monitoring: DynamicModule = MonitoringModule.forRoot({
    serviceName: 'papers',
    environment: 'test',
    transport: { kind: 'postgres', url },
    enabled: monitored,
    // What a spec leaves behind is not to be found by the next one.
    spool: false,
    user: ({ headers }) => {
      const id = headers['x-user'];
      return typeof id === 'string' ? { id, label: `${id}@example.org` } : null;
    },
    ...others,
  });
  const module = await Test.createTestingModule({
    imports: [monitoring, HostModule, ...imports],
    providers: [...providers, ...(catchAll ? [{ provide: APP_FILTER, useClass: CatchAllFilter }] : [])],
  }).compile();
  const adapter = platform === 'express' ? new ExpressAdapter() : new FastifyAdapter();
  const app = module.createNestApplication(adapter, { logger: false });
  await prepare?.(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    monitoring: app.get(MonitoringService),
    close: () => app.close(),
  };
}
