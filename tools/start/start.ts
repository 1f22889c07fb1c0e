import { join } from 'node:path';
import type { Child } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { takeLock } from '../process/lock.ts';
import { isPortFree } from '../process/port.ts';
import { build } from '../product/build.ts';
import { loadEnvironment } from '../product/environment.ts';
import { DATA } from '../product/paths.ts';
import { announce } from './announce.ts';
import { startSample } from './sample.ts';
import { startServer } from './server.ts';
import { readSettings, type Settings } from './settings.ts';
import { openStore } from './store.ts';

/** Runs the product until `stop` is aborted. Throws when it cannot, or when one of its processes ends. */
export async function start(withSample: boolean, stop: AbortSignal): Promise<number> {
  loadEnvironment();
  const settings = readSettings(process.env);
  // Ended in the opposite order: the sample, the server, the store.
  await using running = new AsyncDisposableStack();
  running.use(lockCheckout());
  await requireFreePort(settings);
  await buildWhatIsStale(stop);

  const store = running.use(await openStore(settings, withSample));
  const server = running.use(await startServer(settings, store, stop));
  const sample = store.sample ? running.use(await startSample(settings, store.url, stop)) : null;
  announce({ settings, store, sampleUrl: sample?.url ?? null });

  const processes = [store.process, server, sample?.process].filter((child) => child != null);
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

async function requireFreePort({ host, port }: Settings): Promise<void> {
  if (await isPortFree(port, host)) return;
  throw new Failure(
    `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 100} npm start.`,
  );
}

async function buildWhatIsStale(stop: AbortSignal): Promise<void> {
  process.stdout.write('Building what is stale …\n');
  const { succeeded, output } = await build(['api', 'admin', 'sample'], stop);
  if (succeeded) return;
  process.stderr.write(output);
  throw new Failure('The build failed: mend what its output above names and run npm start again.');
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
