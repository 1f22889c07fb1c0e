import type { Child } from '../process/child.ts';
import { startApp, type AppEnv } from './app.ts';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly env: AppEnv;
  readonly log: string;
}

/** Starts the API and the SPA, and waits until the server has its store. */
export function startServer({ host, port, env, log }: ServerOptions, stop: AbortSignal): Promise<Child> {
  const everywhere = host === '0.0.0.0' || host === '::';
  const readyUrl = `http://${everywhere ? '127.0.0.1' : host}:${port}/readyz`;
  const settings = { ...env, HOST: host, PORT: String(port) };
  return startApp({ app: 'api', name: 'The server', env: settings, log, readyUrl }, stop);
}
