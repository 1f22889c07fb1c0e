import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { serveOpenApi } from '../openapi/openapi.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { requireJson } from '../problem/require-json.js';
import { ValidationPipe } from '../problem/validation.pipe.js';
import { useSecurityHeaders } from '../security/security-headers.js';
import type { Settings } from '../settings/settings.js';
import { serveSpa } from '../spa/spa.js';
import { CalmLogger } from './calm-logger.js';

/**
 * The whole server on an open, migrated store, ready to listen; closing it closes the store.
 * @param spaRoot the folder of the built dashboard
 */
export async function createApp(
  settings: Settings,
  dataSource: DataSource,
  spaRoot?: string,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, dataSource), {
    logger: new CalmLogger(),
    bodyParser: false,
    abortOnError: false,
  });
  app.set('trust proxy', settings.trustProxy);
  app.disable('etag');
  useSecurityHeaders(app, settings);
  app.use(compression());
  serveSpa(app, spaRoot);
  app.use(cookieParser());
  app.use(requireJson);
  app.useBodyParser('json');
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new ValidationPipe());
  serveOpenApi(app);
  return app;
}
