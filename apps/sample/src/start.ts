import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { type Settings, readSettings } from './settings.js';
import { Traffic } from './traffic/traffic.js';

/** Runs the app until SIGTERM or SIGINT; prints one line when it is ready. */
export async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const app = await NestFactory.create(AppModule, {
    abortOnError: false,
    forceCloseConnections: true,
    // Without 'error': this app fails on purpose, and the dashboard is where its failures are read.
    logger: ['warn', 'fatal'],
  });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.listen(settings.port, '127.0.0.1').catch((error: NodeJS.ErrnoException) => {
    throw explain(error, settings);
  });
  const url = (await app.getUrl()).replace(/\/$/, '');
  if (settings.traffic) app.get(Traffic).start(url);
  process.stdout.write(`Sample app at ${url}, traffic ${settings.traffic ? 'on' : 'off'}\n`);
}

function explain(error: NodeJS.ErrnoException, { port }: Settings): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`port ${port} is taken. Choose another one with SAMPLE_PORT, or 0 for any free one.`);
}
