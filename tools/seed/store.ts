import { join } from 'node:path';
import { clusterUrl, findPostmaster, readPassword, rememberedPort } from '../postgres/index.ts';
import { Failure } from '../process/failure.ts';
import { takeLock } from '../process/lock.ts';
import { DATA, POSTGRES } from '../product/paths.ts';
import { readDatabaseUrl } from '../start/settings.ts';
import { openStore } from '../start/store.ts';

export interface OpenedStore extends AsyncDisposable {
  readonly url: string;
}

/** The PostgreSQL of DATABASE_URL, else the embedded one: that of a running npm start, or started for as long. */
export async function openStoreFor(command: string, env: NodeJS.ProcessEnv): Promise<OpenedStore> {
  const databaseUrl = readDatabaseUrl(env);
  if (databaseUrl) return elsewhere(databaseUrl);
  const lock = takeLock(join(DATA, 'start.lock'));
  if (typeof lock === 'number') return elsewhere(runningUrl(lock, command));
  await using opened = new AsyncDisposableStack();
  opened.use(lock);
  const { url } = opened.use(await openStore({ databaseUrl }, true));
  const kept = opened.move();
  return { url, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

function elsewhere(url: string): OpenedStore {
  return { url, [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** @param holder the process that has the checkout */
function runningUrl(holder: number, command: string): string {
  const port = rememberedPort(POSTGRES);
  if (port !== null && findPostmaster(join(POSTGRES, 'data')) !== null)
    return clusterUrl({ port, password: readPassword(POSTGRES) });
  throw new Failure(
    `Process ${holder} is at work in this checkout, and its store does not run yet: wait for it and run npm run ${command} again.`,
  );
}
