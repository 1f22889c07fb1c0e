import { execFileSync } from 'node:child_process';

/** What goes before a host's command line: nothing where processes cannot be pinned. */
export type Prefix = readonly string[];

let prefix: Prefix = [];

/** The command that starts a host on the core that is kept for hosts, if one is. */
export const hostPrefix = (): Prefix => prefix;

/**
 * Keeps this process, which is the load driver and the sink, and whatever it starts from now on (PostgreSQL) off one
 * core, for hosts, until it is disposed of. On Linux with at least two cores; elsewhere, and where `taskset` is missing,
 * the system's scheduler decides.
 */
export function reserveCore(): Disposable {
  const cores = coresOfThis();
  const [first, ...others] = cores;
  if (first === undefined || others.length === 0) return { [Symbol.dispose]: () => undefined };
  const keepTo = (allowed: readonly number[]) => taskset('-a', '-p', allowed.join(','), String(process.pid));
  keepTo(others);
  prefix = ['taskset', '-c', String(first)];
  return {
    [Symbol.dispose]: () => {
      prefix = [];
      keepTo(cores);
    },
  };
}

/** None where processes cannot be pinned. */
function coresOfThis(): number[] {
  if (process.platform !== 'linux') return [];
  try {
    return coresIn(taskset('-p', String(process.pid)));
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
