import type { Child } from '../process/child.ts';
import { startApp, type AppEnv } from './app.ts';

export interface SampleOptions {
  readonly port: number;
  readonly storeUrl: string;
  readonly env: AppEnv;
  readonly log: string;
}

/**
 * Starts the sample app. It has no health probe; that it answers one at all shows that it listens, and the module
 * does not record probes.
 */
export function startSample({ port, storeUrl, env, log }: SampleOptions, stop: AbortSignal): Promise<Child> {
  const settings = { ...env, MONITORING_DATABASE_URL: storeUrl, SAMPLE_PORT: String(port) };
  const readyUrl = `http://127.0.0.1:${port}/healthz`;
  return startApp({ app: 'sample', name: 'The sample app', env: settings, log, readyUrl }, stop);
}
