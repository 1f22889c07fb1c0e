import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes a lock that lasts as long as this process does, or tells who has it.
 *
 * @returns the lock, or the process id of its holder.
 */
export function takeLock(file: string): Disposable | number {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${startOf(process.pid)}`;
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return { [Symbol.dispose]: () => rmSync(file, { force: true }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = holderOf(file);
  if (holder !== null) return holder;
  rmSync(file, { force: true });
  return takeLock(file);
}

/** The process that holds a lock, or null if nobody does. */
export function holderOf(file: string): number | null {
  try {
    const [pid, started] = readFileSync(file, 'utf8').split(' ');
    process.kill(Number(pid), 0);
    return started === startOf(Number(pid)) ? Number(pid) : null;
  } catch {
    return null;
  }
}

/** When a process started, in the kernel's ticks: tells it from a later one that got the same id. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return 'unknown';
  // proc(5): the fields after the command's name, which stands in brackets and may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
  return fields?.[19] ?? 'unknown';
}
