import { createHash, randomUUID } from 'node:crypto';
import { readFile, readlink, stat } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process: its id alone may have been given to another one since. */
interface Owner {
  readonly pid: number;
  /** When it started, in the system's own ticks; 0 where the system does not tell. */
  readonly started: string;
  /** Where its id means something: the machine, and on Linux the container. */
  readonly place: string;
}

/** A living process touches its slots this often at least. */
export const HEARTBEAT_MS = 30_000;
/** A slot of another machine or container that was not touched for so long has lost its process. */
const SILENT_MS = 4 * HEARTBEAT_MS;
const SLOT = /^(\d+)-(\d+)-([0-9a-f]{12})-/;

/** The name of a folder of this process; names are never used again. */
export async function ownSlotName(): Promise<string> {
  const { pid, started, place } = await thisProcess();
  return `${pid}-${started}-${place}-${randomUUID()}`;
}

/** The name of a folder that its process left behind for the next. */
export const freeSlotName = (): string => `free-${randomUUID()}`;

/** Whether the process of a slot is gone, so that another may take it over. */
export async function isAbandoned(path: string, name: string): Promise<boolean> {
  if (name.startsWith('free-')) return true;
  const [, pid, started, place] = SLOT.exec(name) ?? [];
  if (pid === undefined || started === undefined || place === undefined) return false;
  const own = await thisProcess();
  return place === own.place ? !(await isAlive(Number(pid), started)) : isSilent(path);
}

function isSilent(path: string): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > SILENT_MS,
    () => false,
  );
}

let asked: Promise<Owner> | undefined;

function thisProcess(): Promise<Owner> {
  asked ??= Promise.all([startOf(process.pid), placeOf()]).then(([started, place]) => ({
    pid: process.pid,
    started,
    place,
  }));
  return asked;
}

async function isAlive(pid: number, started: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and another user's.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = await startOf(pid);
  return now === '0' || now === started;
}

/** Field 22 of /proc/<pid>/stat; the second may itself hold blanks and brackets. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}

async function placeOf(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 12);
}
