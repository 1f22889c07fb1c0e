import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startChild, type Child } from '../../process/child.ts';
import { Failure } from '../../process/failure.ts';
import { anyFreePort } from '../../process/port.ts';
import { LOGS, WITH_PARENT } from '../../product/paths.ts';
import { hostPrefix } from './pinning.ts';

const START_LIMIT_MS = 30_000;

export interface HostOptions {
  /** Names its log. */
  readonly name: string;
  /** The file that Node runs. */
  readonly entry: string;
  /** A file that Node loads before it. */
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Host extends AsyncDisposable {
  readonly origin: string;
  /** CPU used so far in microseconds, all threads, with everything recorded so far stored or sent. */
  cpu(): Promise<number>;
  /** How many requests its set-up has recorded so far; 0 where only its sink knows. */
  recorded(): Promise<number>;
}

/** Starts a host in a process of its own, on the core that is kept for hosts. */
export async function startHost({ name, entry, preload, env }: HostOptions): Promise<Host> {
  const port = await anyFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const preloads = [WITH_PARENT, ...(preload ? [pathToFileURL(preload).href] : [])];
  const imports = preloads.flatMap((file) => ['--import', file]);
  const [command, ...args] = [...hostPrefix(), process.execPath, ...imports, entry, String(port)];
  const child = await startChild({
    name: `The host «${name}»`,
    command: command as string,
    args,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    log: join(LOGS, `bench-${name}.log`),
  });
  await untilUp(child, origin);
  return {
    origin,
    cpu: () => figureAt(`${origin}/cpu`),
    recorded: () => figureAt(`${origin}/recorded`),
    [Symbol.asyncDispose]: () => child.stop(),
  };
}

async function untilUp(child: Child, origin: string): Promise<void> {
  let ended: string | null = null;
  void child.gone.then((how) => (ended = how));
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(50)) {
    if (ended !== null) break;
    const up = await fetch(`${origin}/cpu`).catch(() => null);
    if (up !== null) return;
  }
  await child.stop();
  throw new Failure(`${child.name} did not start${ended ? ` (${ended})` : ''}: see ${child.log}.`);
}

async function figureAt(url: string): Promise<number> {
  const text = await fetch(url).then((answer) => answer.text());
  const figure = Number(text);
  if (Number.isFinite(figure)) return figure;
  throw new Failure(`${url} answered «${text}» where it has to answer a number.`);
}
