import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, type Child } from '../../process/child.ts';
import { Failure } from '../../process/failure.ts';
import { anyFreePort } from '../../process/port.ts';
import { LOGS, WITH_PARENT } from '../../product/paths.ts';
import { median, type Bench } from '../bench.ts';
import { load, request } from './load.ts';

const ROUNDS = 9;
const REQUESTS = 3000;
const CONNECTIONS = 8;
const START_LIMIT_MS = 30_000;

/**
 * CPU that the process of a Nest app on Express uses for a small request, with the module (what it stores afterwards
 * included) against without it. Rounds alternate, so that whatever else the machine does meets both alike.
 */
export const hostBench: Bench = async (storeUrl, stop) => {
  await using plain = await startHost();
  await using monitored = await startHost(storeUrl);
  const monitoredCpu: number[] = [];
  const plainCpu: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    stop.throwIfAborted();
    const [first, second] = [await cpuPerRequest(plain.url), await cpuPerRequest(monitored.url)];
    // The first round warms both up.
    if (round === 0) continue;
    plainCpu.push(first);
    monitoredCpu.push(second);
  }
  return {
    name: 'A request of a host app',
    unit: 'µs CPU',
    value: median(monitoredCpu),
    reference: median(plainCpu),
    against: 'without the module',
  };
};

/** Microseconds. */
async function cpuPerRequest(url: string): Promise<number> {
  const before = Number(await request(`${url}/cpu`));
  await load(`${url}/papers/7`, REQUESTS, CONNECTIONS);
  return (Number(await request(`${url}/cpu`)) - before) / REQUESTS;
}

interface Host extends AsyncDisposable {
  readonly url: string;
}

async function startHost(storeUrl?: string): Promise<Host> {
  const port = await anyFreePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['--import', WITH_PARENT, join(import.meta.dirname, 'app.ts'), String(port)];
  const child = await startChild({
    name: 'The host app',
    command: process.execPath,
    args: storeUrl ? [...args, storeUrl] : args,
    env: { ...process.env, NODE_ENV: 'production' },
    log: join(LOGS, storeUrl ? 'bench-monitored.log' : 'bench-plain.log'),
  });
  await untilUp(child, url);
  return { url, [Symbol.asyncDispose]: () => child.stop() };
}

async function untilUp(child: Child, url: string): Promise<void> {
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(50)) {
    const up = await request(`${url}/papers/7`).catch(() => null);
    if (up !== null) return;
  }
  await child.stop();
  throw new Failure(`${child.name} did not start: see ${child.log}.`);
}
