import { execFileSync } from 'node:child_process';

/** What goes before a host's command line: nothing where processes cannot be pinned. */
export type Prefix = readonly string[];

let prefix: Prefix | undefined;

/**
 * Keeps this process, which is the load driver and the sink, and whatever it starts from now on (PostgreSQL) off one
 * core, and gives the command that starts a host on that one. On Linux with at least two cores; elsewhere, and where
 * `taskset` is missing, the system's scheduler decides.
 */
export function reserveCore(): Prefix {
  return (prefix ??= reserve());
}

function reserve(): Prefix {
  if (process.platform !== 'linux') return [];
  try {
    const [first, ...others] = coresIn(taskset('-p', String(process.pid)));
    if (first === undefined || others.length === 0) return [];
    taskset('-a', '-p', others.join(','), String(process.pid));
    return ['taskset', '-c', String(first)];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function taskset(...args: readonly string[]): string {
  return execFileSync('taskset', ['-c', ...args], { encoding: 'utf8' });
}

/** The cores of «pid 7's current affinity list: 0-2,5». */
export function coresIn(affinity: string): number[] {
  const [list = ''] = /[\d,-]+$/.exec(affinity.trim()) ?? [];
  return list
    .split(',')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}
