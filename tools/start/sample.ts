import { join } from 'node:path';
import type { Child } from '../process/child.ts';
import { findFreePort } from '../process/port.ts';
import { startApp } from '../product/app.ts';
import { LOGS } from '../product/paths.ts';
import type { Settings } from './settings.ts';

export interface Sample extends AsyncDisposable {
  readonly url: string;
  readonly process: Child;
}

/**
 * Starts the sample app, on another port if its own is taken. It has no health probe; that it answers one at all
 * shows that it listens, and the module does not record probes.
 */
export async function startSample(
  { samplePort }: Settings,
  storeUrl: string,
  stop: AbortSignal,
): Promise<Sample> {
  const port = await findFreePort(samplePort);
  const url = `http://127.0.0.1:${port}`;
  const env = { MONITORING_DATABASE_URL: storeUrl, SAMPLE_PORT: String(port) };
  const log = join(LOGS, 'sample.log');
  const child = await startApp(
    { app: 'sample', name: 'The sample app', env, log, readyUrl: `${url}/healthz` },
    stop,
  );
  return { url, process: child, [Symbol.asyncDispose]: () => child.stop() };
}
