import { join } from 'node:path';
import type { Child } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { takeLock } from '../process/lock.ts';
import { findFreePort } from '../process/port.ts';
import { build } from '../product/build.ts';
import { loadEnvironment } from '../product/environment.ts';
import { DATA, LOGS } from '../product/paths.ts';
import { startSample } from '../product/sample.ts';
import { startServer } from '../product/server.ts';
import { firstAdmin } from './admin.ts';
import { announce } from './announce.ts';
import { keepSecret } from './secrets.ts';
import { requireFreePort } from './require-free-port.ts';
import { readSettings, type Settings } from './settings.ts';
import { openStore, type Store } from './store.ts';

/** Where the sample app is, unless something else is there. */
const SAMPLE_PORT = 3001;

/** Runs the product until `stop` is aborted. Throws when it cannot, or when one of its processes ends. */
export async function start(withSample: boolean, stop: AbortSignal): Promise<number> {
  loadEnvironment();
  const settings = readSettings(process.env);
  // Ended in the opposite order: the sample, the server, the store.
  await using running = new AsyncDisposableStack();
  running.use(lockCheckout());
  await requireFreePort('PORT', settings.port, settings.host);
  if (withSample && settings.samplePort) await requireFreePort('SAMPLE_PORT', settings.samplePort);
  await buildWhatIsStale(stop);

  const store = running.use(await openStore(settings, withSample));
  const server = running.use(await startServer(serverOptions(settings, store), stop));
  const samplePort = store.sample ? (settings.samplePort ?? (await findFreePort(SAMPLE_PORT))) : null;
  const sample = samplePort && running.use(await startSample(sampleOptions(samplePort, store), stop));
  announce({ settings, store, samplePort, serverLog: server.log });

  const processes = [store.process, server, sample].filter((child) => child instanceof Object);
  await Promise.race([untilAborted(stop), ...processes.map(untilGone)]);
  process.stdout.write('\nStopping …\n');
  return 0;
}

function lockCheckout(): Disposable {
  const lock = takeLock(join(DATA, 'start.lock'));
  if (typeof lock !== 'number') return lock;
  throw new Failure(
    `npm start already runs in this checkout (process ${lock}): use that one, or stop it first.`,
  );
}

async function buildWhatIsStale(stop: AbortSignal): Promise<void> {
  process.stdout.write('Checking the build …\n');
  const { succeeded, output } = await build(['api', 'admin', 'sample'], stop);
  if (succeeded) return;
  process.stderr.write(output);
  throw new Failure('The build failed: mend what its output above names and run npm start again.');
}

function serverOptions({ host, port }: Settings, store: Store) {
  const env = {
    DATABASE_URL: store.url,
    JWT_SECRET: process.env['JWT_SECRET'] || keepSecret(join(DATA, 'jwt-secret')),
    ...firstAdmin(store),
  };
  return { host, port, env, log: join(LOGS, 'server.log') };
}

function sampleOptions(port: number, { url }: Store) {
  return { port, storeUrl: url, env: {}, log: join(LOGS, 'sample.log') };
}

function untilAborted(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve());
  });
}

async function untilGone({ name, gone, log }: Child): Promise<never> {
  const how = await gone;
  throw new Failure(`${name} ended unexpectedly (${how}), so everything was stopped: see ${log}.`);
}
