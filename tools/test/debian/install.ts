import { globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../process/failure.ts';
import { run } from '../../process/run.ts';
import { LOGS } from '../../product/paths.ts';
import type { Outcome, Stage } from '../stages.ts';
import { writeLauncher } from './launcher.ts';
import { findProgram, unpackedFolder, type Program } from './program.ts';

const DONE: Outcome = { passed: 0, failed: 0, output: '' };

/**
 * Gets a program onto this machine: downloads Debian's packages of it, and unpacks them under .data/.
 *
 * Nothing is installed, by root neither: that would leave files outside of the checkout, and a running service.
 * @throws Failure when there is none afterwards.
 */
export function installProgram(program: Program): Stage {
  return async (stop) => {
    await unpackPackages(program, stop);
    if (findProgram(program)) return DONE;
    const [name = ''] = program.packages;
    throw new Failure(
      `No ${program.name} was found, and none could be downloaded: install one (on Debian: apt install ${name}), ` +
        `or set ${program.variable} to the path of one. The log is ${logOf(program)}.`,
    );
  };
}

/** apt works out from the machine's own package list what is missing, with lists and archives of this checkout. */
async function unpackPackages(program: Program, stop: AbortSignal): Promise<void> {
  const folder = unpackedFolder(program);
  const work = `${folder}.apt`;
  const unpacked = `${folder}.new`;
  for (const part of [`${work}/lists/partial`, `${work}/cache/archives/partial`, unpacked]) {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
  }
  const aptGet = (...args: string[]) => tool(program, 'apt-get', [...optionsOf(work), ...args], stop);
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', '--download-only', ...program.packages);
  for (const archive of globSync(`${work}/cache/archives/*.deb`))
    await tool(program, 'dpkg-deb', ['--extract', archive, unpacked], stop);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unpacked, folder);
  rmSync(work, { recursive: true, force: true });
  writeLauncher(program);
}

/** The sandbox of a root's apt is a user who may not enter every checkout. */
const optionsOf = (work: string): string[] =>
  [
    `Dir::State::lists=${work}/lists`,
    `Dir::Cache=${work}/cache`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);

function tool(
  program: Program,
  command: string,
  args: readonly string[],
  stop: AbortSignal,
): Promise<unknown> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return run({ name: command, command, args, cwd: '/', env, log: logOf(program) }, stop);
}

const logOf = ({ name }: Program): string => join(LOGS, `${name}.log`);
