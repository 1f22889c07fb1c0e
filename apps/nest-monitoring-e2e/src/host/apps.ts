import {
  VersioningType,
  type DynamicModule,
  type INestApplication,
  type VersioningOptions,
} from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { CatchAllFilter, DelegatingFilter } from './failures/filters.js';
import { hostModule } from './host.module.js';
import type { Monitoring } from './monitoring/monitoring.js';

/** An app that a host process serves; its name is the `serviceName` of its rows. */
export interface AppDefinition {
  module(name: string, monitoring: Monitoring): DynamicModule | Promise<DynamicModule>;
  /** Default: by the header `x-version`. */
  readonly versioning?: VersioningOptions;
  /** What its main.ts does between `create` and `listen`; microservices are connected and started here. */
  configure?(app: INestApplication, server: Server): void | Promise<void>;
}

/** Milliseconds that the impatient app grants a request to arrive. */
const PATIENCE_MS = 200;

const hybrid = () => import('./hybrid/hybrid.module.js');

/** To add a host with further transports: one entry here, and its cases in cases/. */
export const APPS: Readonly<Record<string, AppDefinition>> = {
  plain: { module: hostModule },
  prefixed: {
    module: hostModule,
    versioning: { type: VersioningType.URI },
    configure: (app) => {
      app.setGlobalPrefix('api');
      app.enableCors();
    },
  },
  'app-filter': {
    module: (name, monitoring) => {
      const module = hostModule(name, monitoring);
      const filter = { provide: APP_FILTER, useClass: CatchAllFilter };
      return { ...module, providers: [...(module.providers ?? []), filter] };
    },
  },
  'main-filter': {
    module: hostModule,
    configure: (app) => {
      app.useGlobalFilters(new DelegatingFilter(app.get(HttpAdapterHost).httpAdapter));
    },
  },
  impatient: {
    module: hostModule,
    configure: (_app, server) => {
      // Node looks every 30 s by default; the type does not have what the server reads when it begins to listen.
      Object.assign(server, {
        connectionsCheckingInterval: PATIENCE_MS / 4,
        headersTimeout: PATIENCE_MS,
        requestTimeout: PATIENCE_MS,
      });
    },
  },
  // Loaded only where it is served: a host may do without the packages of other transports.
  hybrid: {
    module: async (name, monitoring) => (await hybrid()).hybridModule(name, monitoring),
    configure: async (app) => (await hybrid()).connectTransports(app),
  },
};
