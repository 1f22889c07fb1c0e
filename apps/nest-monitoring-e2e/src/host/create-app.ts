import { VersioningType, type INestApplication, type VersioningOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import { APPS } from './apps.js';
import type { Monitoring } from './monitoring/monitoring.js';
import { settings } from './settings.js';
import { acceptAnyUpload } from './answers/uploads.controller.js';

const BY_HEADER: VersioningOptions = { type: VersioningType.HEADER, header: 'x-version' };

/** Starts one of the apps on a port of its own. */
export async function createApp(name: string, monitoring: Monitoring): Promise<INestApplication> {
  const definition = APPS[name];
  if (!definition) throw new Error(`There is no app «${name}»: define it in apps.ts.`);
  const adapter = settings.platform === 'express' ? new ExpressAdapter() : new FastifyAdapter();
  const module = await definition.module(name, monitoring);
  const app = await NestFactory.create(module, adapter, { logger: false });
  if (adapter instanceof FastifyAdapter) acceptAnyUpload(adapter);
  app.enableVersioning(definition.versioning ?? BY_HEADER);
  await definition.configure?.(app, app.getHttpServer() as Server);
  await app.listen(0, '127.0.0.1');
  return app;
}
