import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../process/failure.ts';
import { findFreePort, isPortFree } from '../process/port.ts';
import { findBinaries } from './binaries.ts';
import { identityOf } from './identity.ts';
import { reasonIn } from './reason.ts';

export const SUPERUSER = 'postgres';
const FIRST_PORT = 15_432;

/** A PostgreSQL cluster in a folder: its data, and beside them what a client needs to reach it. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly password: string;
  /** Whether this call created it. */
  readonly fresh: boolean;
}

/** The cluster kept in a folder, created there if the folder has none. */
export async function openCluster(folder: string): Promise<Cluster> {
  const data = join(folder, 'data');
  const fresh = !existsSync(data);
  if (fresh) await createCluster(folder, data);
  return { folder, data, fresh, port: await choosePort(folder), password: readPassword(folder) };
}

/** How clients reach a cluster. */
export function clusterUrl(
  { password, port }: Pick<Cluster, 'password' | 'port'>,
  database = 'postgres',
): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

export function readPassword(folder: string): string {
  return readFileSync(join(folder, 'password'), 'utf8').trim();
}

/** The port that the cluster last ran on, kept so that an app's MONITORING_DATABASE_URL stays true. */
export function rememberedPort(folder: string): number | null {
  const file = join(folder, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
}

async function choosePort(folder: string): Promise<number> {
  const remembered = rememberedPort(folder);
  if (remembered && (await isPortFree(remembered, '127.0.0.1'))) return remembered;
  const port = await findFreePort(FIRST_PORT);
  writeFileSync(join(folder, 'port'), `${port}\n`);
  return port;
}

async function createCluster(folder: string, data: string): Promise<void> {
  const { initdb } = await findBinaries();
  const identity = identityOf();
  const password = join(folder, 'password');
  // Made beside its place and moved there whole, so that an interrupted initdb never passes for a store.
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  identity.own(unfinished);
  writeFileSync(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  const { command, args } = identity.command(initdb, [
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  const env = { ...process.env, LC_ALL: 'C' };
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env });
  if (status === 0) return renameSync(unfinished, data);
  rmSync(unfinished, { recursive: true, force: true });
  throw new Failure(`PostgreSQL could not create its data in ${data}: ${reasonIn(error?.message ?? stderr)}`);
}
