import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DATA } from '../../product/paths.ts';

/** A program that tests need and npm does not bring, but Debian does. */
export interface Program {
  /** For messages, logs, and the folder under .data/ that a downloaded one is kept in. */
  readonly name: string;
  /** The environment variable that names one; it goes before those that are found. */
  readonly variable: string;
  /** What it is called on the PATH. */
  readonly commands: readonly string[];
  /** Where else it may be; glob patterns. */
  readonly places: readonly string[];
  /** What the right one says to `--version`. */
  readonly version: RegExp;
  /** Debian's packages of it. */
  readonly packages: readonly string[];
  /** The program inside of those packages. */
  readonly path: string;
}

/** Where a downloaded one is unpacked. */
export const unpackedFolder = ({ name }: Program): string => join(DATA, name);

/** Starts a downloaded one. */
export const launcherOf = (program: Program): string => join(unpackedFolder(program), 'launch');

/** The path of one that runs on this machine: the one of its variable, else the first one found; null if there is none. */
export function findProgram(program: Program, env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const named = env[program.variable];
  const candidates = [
    ...(named ? [named] : []),
    ...program.commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...[...program.places, launcherOf(program)].flatMap((place) => globSync(place)),
  ];
  return candidates.find((candidate) => runs(candidate, program.version)) ?? null;
}

/** A path alone proves nothing: a distribution's stub or a program that lacks its libraries does not run. */
function runs(candidate: string, version: RegExp): boolean {
  const { status, stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && version.test(stdout);
}
