import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, type Child } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { findBinaries } from './binaries.ts';
import { clusterUrl, openCluster, type Cluster } from './cluster.ts';
import { identityOf } from './identity.ts';
import { reasonIn } from './reason.ts';
import { endStalePostmaster } from './stale.ts';

/**
 * A running embedded PostgreSQL. Its disposal is a fast shutdown: open transactions are rolled back, what was
 * committed is on disk.
 */
export interface PostgresServer extends AsyncDisposable {
  /** The superuser's URL of the database `postgres`. */
  readonly url: string;
  readonly process: Child;
  /** Whether its data were created by this start. */
  readonly fresh: boolean;
}

const READY = 'database system is ready to accept connections';
const START_LIMIT_MS = 60_000;

/**
 * Starts the PostgreSQL whose data lie in a folder, creating them if there are none. It listens on 127.0.0.1 only, on
 * the port of the last time if that is free.
 *
 * @param settings PostgreSQL's own, by name.
 * @throws Failure when it does not accept connections.
 *
 * @example
 * await using postgres = await startPostgres('.data/postgres');
 * await use(postgres.url);
 */
export async function startPostgres(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  await endStalePostmaster(join(folder, 'data'));
  const cluster = await openCluster(folder);
  const postgres = await launch(cluster, settings);
  try {
    await untilReady(postgres);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const stop = () => postgres.stop();
  return { url: clusterUrl(cluster), process: postgres, fresh: cluster.fresh, [Symbol.asyncDispose]: stop };
}

async function launch(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<Child> {
  const { postgres } = await findBinaries();
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(cluster.port),
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return startChild({
    name: 'PostgreSQL',
    ...identityOf().command(postgres, ['-D', cluster.data, ...options]),
    env: { ...process.env, LC_ALL: 'C' },
    log: join(cluster.folder, 'postgres.log'),
    stopSignal: 'SIGINT',
    forceSignal: 'SIGQUIT',
  });
}

async function untilReady(postgres: Child): Promise<void> {
  let ended: string | null = null;
  void postgres.gone.then((how) => (ended = how));
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(20)) {
    const words = readFileSync(postgres.log, 'utf8');
    if (words.includes(READY)) return;
    if (ended) throw new Failure(`PostgreSQL did not start (${ended}): ${reasonIn(words)}`);
  }
  throw new Failure(
    `PostgreSQL accepted no connections within ${START_LIMIT_MS / 1000} s: see ${postgres.log}.`,
  );
}
