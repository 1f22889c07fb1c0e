import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, type Child } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { builtApp } from './paths.ts';

/** Added to the environment of this process; `undefined` takes a variable away. */
export type AppEnv = Readonly<Record<string, string | undefined>>;

export interface AppOptions {
  /** The folder under apps/. */
  readonly app: string;
  /** What it is called in messages: 'The server'. */
  readonly name: string;
  readonly env: AppEnv;
  readonly log: string;
  /** Answers with a status below 500 once the app can do its work. */
  readonly readyUrl: string;
}

const START_LIMIT_MS = 60_000;

/**
 * Starts a built app and waits until it is ready.
 *
 * @throws Failure with the app's own last words when it ends instead.
 */
export async function startApp(options: AppOptions, stop: AbortSignal): Promise<Child> {
  const { app, name, env, log } = options;
  const child = await startChild({
    name,
    command: process.execPath,
    args: builtApp(app),
    env: { ...process.env, NO_COLOR: '1', ...env, NODE_ENV: 'production' },
    log,
  });
  try {
    await untilReady(child, options, stop);
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}

async function untilReady(
  child: Child,
  { name, log, readyUrl }: AppOptions,
  stop: AbortSignal,
): Promise<void> {
  let ended: string | null = null;
  void child.gone.then((how) => (ended = how));
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(50)) {
    stop.throwIfAborted();
    if (await answers(readyUrl)) return;
    if (ended) throw new Failure(lastWords(log) ?? `${name} did not start (${ended}): see ${log}.`);
  }
  throw new Failure(`${name} was not ready within ${START_LIMIT_MS / 1000} s: see ${log}.`);
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.status < 500,
    () => false,
  );
}

/** The last line of a log: where a process that ends says why. */
function lastWords(log: string): string | undefined {
  return readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) || undefined;
}
