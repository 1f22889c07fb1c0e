import { join } from 'node:path';
import type { Child } from '../process/child.ts';
import { startApp } from '../product/app.ts';
import { DATA, LOGS } from '../product/paths.ts';
import { keepSecret } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

export const DEFAULT_ADMIN = 'admin@example.org';

/** Starts the API and the SPA on the store. */
export function startServer(settings: Settings, store: Store, stop: AbortSignal): Promise<Child> {
  const { host, port } = settings;
  const env = {
    HOST: host,
    PORT: String(port),
    DATABASE_URL: store.url,
    JWT_SECRET: process.env['JWT_SECRET'] || keepSecret(join(DATA, 'jwt-secret')),
    ...(settings.databaseUrl ? {} : firstAdmin(store)),
  };
  const everywhere = host === '0.0.0.0' || host === '::';
  const readyUrl = `http://${everywhere ? '127.0.0.1' : host}:${port}/readyz`;
  return startApp({ app: 'api', name: 'The server', env, log: join(LOGS, 'server.log'), readyUrl }, stop);
}

/** The server wants both or neither; an e-mail alone is for the password that is made here. */
function firstAdmin({ newPassword }: Store): Record<string, string | undefined> {
  const password = newPassword ?? process.env['MONITORING_ADMIN_PASSWORD'];
  if (!password) return { MONITORING_ADMIN_EMAIL: undefined };
  const email = process.env['MONITORING_ADMIN_EMAIL'] || DEFAULT_ADMIN;
  return { MONITORING_ADMIN_EMAIL: email, MONITORING_ADMIN_PASSWORD: password };
}
