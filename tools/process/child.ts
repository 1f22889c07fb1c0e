import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';

export interface ChildOptions {
  /** What the process is, for messages: 'the server'. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The file that its output goes to, begun anew. */
  readonly log: string;
  /** Asks the process to end itself in order. */
  readonly stopSignal?: NodeJS.Signals;
  /** Ends it at once, when it did not heed `stopSignal`. */
  readonly forceSignal?: NodeJS.Signals;
}

export interface Child extends AsyncDisposable {
  readonly name: string;
  readonly pid: number;
  readonly log: string;
  /** Resolves when the process is gone, with how it went: 'exit code 1', 'signal SIGKILL'. */
  readonly gone: Promise<string>;
  /** Ends the process: in order, or by force after `GRACE_MS`. Resolves when it is gone. */
  stop(): Promise<void>;
}

const GRACE_MS = 10_000;
const running = new Map<number, NodeJS.Signals>();

/** Nothing outlives this process, whichever way it ends. */
process.on('exit', forceAll);

/** Ends every child at once. */
export function forceAll(): void {
  for (const [pid, signal] of running) signalGroup(pid, signal);
}

/**
 * Starts a process in a process group of its own: Ctrl-C in the terminal then reaches this process alone, which ends
 * its children in the right order.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, log } = options;
  const { stopSignal = 'SIGTERM', forceSignal = 'SIGKILL' } = options;
  const child = spawnDetached(options);
  const gone = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`)),
  );
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Failure(`${name} could not be started: ${error.message}.`)));
  });
  const pid = child.pid as number;
  running.set(pid, forceSignal);
  void gone.then(() => running.delete(pid));

  const stop = async () => {
    if (!running.has(pid)) return;
    signalGroup(pid, stopSignal);
    const force = setTimeout(() => signalGroup(pid, forceSignal), GRACE_MS);
    await gone;
    clearTimeout(force);
  };
  return { name, pid, log, gone, stop, [Symbol.asyncDispose]: stop };
}

function spawnDetached({ command, args, cwd, env, log }: ChildOptions) {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'w', 0o600);
  try {
    return spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', output, output] });
  } finally {
    closeSync(output);
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
