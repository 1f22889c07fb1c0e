import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { HostReady } from '../host/main.js';
import { SETTINGS_VARIABLE, type HostSettings } from '../host/settings.js';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface HostProcess {
  /** The port of each of its apps. */
  readonly ports: HostReady;
  /** Closes its apps, after which the process has nothing left to do and ends. */
  close(): Promise<Exit>;
}

/**
 * Starts a compiled host.
 * @param temporary its temporary folder, where the module keeps its spool
 * @param flags of Node
 * @throws Error with its output when it ends instead
 */
export async function startHost(
  folder: string,
  settings: HostSettings,
  temporary: string,
  flags: readonly string[] = [],
): Promise<HostProcess> {
  const { child, exit } = spawnHost(folder, settings, temporary, flags);
  const ready = once(child, 'message') as Promise<[HostReady]>;
  const first = await Promise.race([ready, exit]);
  if (!Array.isArray(first)) throw new Error(`The host ended instead of serving: ${first.stderr}`);
  const close = () => {
    child.send('close');
    return exit;
  };
  return { ports: first[0], close };
}

/** Runs a compiled host that ends of its own accord. */
export const runHost = (folder: string, settings: HostSettings, temporary: string): Promise<Exit> =>
  spawnHost(folder, settings, temporary, []).exit;

function spawnHost(folder: string, settings: HostSettings, temporary: string, flags: readonly string[]) {
  const child = spawn(process.execPath, [...flags, join(folder, 'main.js')], {
    env: {
      PATH: process.env['PATH'],
      TMPDIR: temporary,
      NODE_ENV: 'production',
      [SETTINGS_VARIABLE]: JSON.stringify(settings),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The host has no output to read.');
  const exit = Promise.all([text(stdout), text(stderr), once(child, 'close')]).then(
    ([out, err, [code, signal]]): Exit => ({ code, signal, stdout: out, stderr: err }),
  );
  return { child, exit };
}
