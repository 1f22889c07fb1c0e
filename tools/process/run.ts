import { readFileSync } from 'node:fs';
import { startChild } from './child.ts';

export interface RunOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Keeps the output of the latest run. */
  readonly log: string;
}

export interface Ran {
  readonly succeeded: boolean;
  readonly output: string;
}

/** Runs a program to its end, its output kept in a log. Aborting `stop` ends it and whatever it started. */
export async function run({ env, ...options }: RunOptions, stop: AbortSignal): Promise<Ran> {
  stop.throwIfAborted();
  const child = await startChild({ ...options, env: { ...process.env, ...env } });
  const end = () => void child.stop();
  stop.addEventListener('abort', end);
  const how = await child.gone;
  stop.removeEventListener('abort', end);
  stop.throwIfAborted();
  return { succeeded: how === 'exit code 0', output: readFileSync(options.log, 'utf8') };
}
