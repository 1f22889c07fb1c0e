import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, type Child } from '../../process/child.ts';
import { Failure } from '../../process/failure.ts';
import { anyFreePort } from '../../process/port.ts';
import { LOGS, WITH_PARENT } from '../../product/paths.ts';
import { request } from './load.ts';

const START_LIMIT_MS = 30_000;

export interface Host extends AsyncDisposable {
  readonly url: string;
}

/** Starts the host app of the bench in a process of its own; with a store it imports the module. */
export async function startHost(storeUrl?: string): Promise<Host> {
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
    const up = await request(`${url}/cpu`).catch(() => null);
    if (up !== null) return;
  }
  await child.stop();
  throw new Failure(`${child.name} did not start: see ${child.log}.`);
}
