import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, type Child } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { anyFreePort } from '../process/port.ts';
import { LOGS } from '../product/paths.ts';
import { REDIS } from './debian/redis.ts';

/** A Redis of a test run's own, without persistence. Its disposal ends it. */
export interface RedisServer extends AsyncDisposable {
  readonly url: string;
}

const READY = 'Ready to accept connections';
const START_LIMIT_MS = 30_000;

/**
 * Starts a Redis on a free port of 127.0.0.1.
 * @param program the path of a redis-server
 * @param folder its working folder, made if it is not there
 * @throws Failure when it does not accept connections
 */
export async function startRedis(program: string, folder: string): Promise<RedisServer> {
  mkdirSync(folder, { recursive: true });
  const port = await anyFreePort();
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', daemonize: 'no' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const log = join(LOGS, `${REDIS.name}-server.log`);
  const server = await startChild({ name: 'redis-server', command: program, args, log });
  const stop = () => server.stop();
  if (await isReady(server)) return { url: `redis://127.0.0.1:${port}`, [Symbol.asyncDispose]: stop };
  await stop();
  throw new Failure(`The redis-server ${program} accepted no connections: see ${log}.`);
}

async function isReady({ log, gone }: Child): Promise<boolean> {
  let hasEnded = false;
  void gone.then(() => (hasEnded = true));
  const deadline = Date.now() + START_LIMIT_MS;
  for (; Date.now() < deadline && !hasEnded; await sleep(20))
    if (readFileSync(log, 'utf8').includes(READY)) return true;
  return false;
}
