import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../process/failure.ts';

const FAST_MS = 10_000;
const IMMEDIATE_MS = 20_000;

/** The process id of the PostgreSQL that runs on these data, or null. */
export function findPostmaster(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return pid > 0 && isPostmasterOf(pid, data) ? pid : null;
}

/** Ends a PostgreSQL that a killed run left on these data, and takes away the lock of one that is gone. */
export async function endStalePostmaster(data: string): Promise<void> {
  const pid = findPostmaster(data);
  if (pid === null) return rmSync(join(data, 'postmaster.pid'), { force: true });
  for (const [signal, limit] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
  ] as const) {
    process.kill(pid, signal);
    if (await isGone(pid, data, limit)) return;
  }
  throw new Failure(
    `PostgreSQL (process ${pid}) still runs on ${data} and does not end: end it and try again.`,
  );
}

async function isGone(pid: number, data: string, limit: number): Promise<boolean> {
  for (const deadline = Date.now() + limit; Date.now() < deadline; await sleep(20)) {
    if (!isPostmasterOf(pid, data)) return true;
  }
  return false;
}

/** Process ids are used again after a crash: the process must also be a PostgreSQL, and on these data. */
function isPostmasterOf(pid: number, data: string): boolean {
  try {
    // A postmaster's working folder is its data folder.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}
