import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openStore } from '../database/open-store.js';
import { readSettings, type Settings } from '../settings/settings.js';
import { closeOnSignal } from './close-on-signal.js';
import { createApp } from './create-app.js';
import { StartError } from './start-error.js';

/**
 * Starts the server from environment variables; it runs until SIGTERM or SIGINT.
 * @throws SettingsError, StartError: one sentence with the mend
 */
export async function start(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(environment);
  const app = await createApp(settings, await openStore(settings.databaseUrl));
  closeOnSignal(app);
  await listen(app, settings);
  new Logger('Server').log(`SciTeX Monitoring serves ${address(settings)}`);
}

async function listen(app: NestExpressApplication, { port, host }: Settings): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw new StartError(explain(error, port, host), { cause: error });
  }
}

function explain(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop what listens there, or set PORT to another.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine: set HOST to one, such as 127.0.0.1 or 0.0.0.0.`;
    default:
      return `The server could not start: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function address({ publicUrl, host, port }: Settings): string {
  if (publicUrl) return new URL('/monitoring/', publicUrl).href;
  return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}/monitoring/`;
}
