import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { Failure } from '../process/failure.ts';

/** As whom PostgreSQL runs. */
export interface Identity {
  /** A command line that runs `program` as this identity. */
  command(program: string, args: readonly string[]): { command: string; args: string[] };
  /** Hands a folder over to it. */
  own(folder: string): void;
}

/** `nobody`, on every Linux: no account has to be created. */
const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as `nobody`, with the one capability that lets it pass
 * folders which only root may enter, such as a checkout under root's home.
 */
export function identityOf(uid = process.getuid?.()): Identity {
  if (uid !== 0) return { command: withParent, own: () => undefined };
  requireSetpriv();
  return {
    command: (program, args) => setpriv([...asNobody, ...endWithParent], program, args),
    own: (folder) => chownSync(folder, NOBODY, NOBODY),
  };
}

const asNobody = [
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  // Else access(2), with which PostgreSQL looks for its own files, leaves capabilities out of account.
  '--securebits=+no_setuid_fixup',
];

/** The kernel asks PostgreSQL for a fast shutdown when the process that started it dies, however it dies. */
const endWithParent = ['--pdeathsig=INT'];

function withParent(program: string, args: readonly string[]) {
  if (!canRun(endWithParent)) return { command: program, args: [...args] };
  return setpriv(endWithParent, program, args);
}

function setpriv(options: readonly string[], program: string, args: readonly string[]) {
  return { command: 'setpriv', args: [...options, program, ...args] };
}

function requireSetpriv(): void {
  if (canRun([...asNobody, ...endWithParent])) return;
  throw new Failure(
    'PostgreSQL does not run as root, and «setpriv» (package util-linux, with the capabilities SETUID, SETGID, ' +
      'SETPCAP and DAC_OVERRIDE) is not usable here: run as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function canRun(options: readonly string[]): boolean {
  return spawnSync('setpriv', [...options, 'true'], { stdio: 'ignore' }).status === 0;
}
