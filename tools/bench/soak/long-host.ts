import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../../process/child.ts';
import { Failure } from '../../process/failure.ts';
import { anyFreePort } from '../../process/port.ts';
import { LOGS, WITH_PARENT } from '../../product/paths.ts';
import { hostPrefix } from '../host/pinning.ts';
import type { Gauges } from './gauges.ts';

const START_LIMIT_MS = 30_000;

/** A monitored host that runs for long, and tells what it holds. */
export interface LongHost extends AsyncDisposable {
  readonly url: string;
  gauges(): Promise<Gauges>;
  /** Events on the disk; asking costs the host less than its gauges, which have it collect its garbage. */
  spooled(): Promise<number>;
  /** Resolves when everything recorded so far is stored, or spooled where the store is away. */
  flush(): Promise<void>;
  /** Bytes on the disk. */
  spooledBytes(): number;
}

export async function startLongHost(name: string, storeUrl: string): Promise<LongHost> {
  const spool = mkdtempSync(join(tmpdir(), 'scitex-spool-'));
  const port = await anyFreePort();
  const imports = ['--expose-gc', '--import', WITH_PARENT];
  const entry = [join(import.meta.dirname, 'app.ts'), name, String(port), storeUrl, spool];
  const [command, ...args] = [...hostPrefix(), process.execPath, ...imports, ...entry];
  const child = await startChild({
    name: `The host of ${name}`,
    command: command as string,
    args,
    env: { ...process.env, NODE_ENV: 'production' },
    log: join(LOGS, `bench-${name}.log`),
  });
  const url = `http://127.0.0.1:${port}`;
  const ask = async (path: string) => (await fetch(url + path)).text();
  const host: LongHost = {
    url,
    gauges: async () => JSON.parse(await ask('/gauges')) as Gauges,
    spooled: async () => Number(await ask('/spooled')),
    flush: async () => void (await ask('/flush')),
    spooledBytes: () => bytesIn(spool),
    [Symbol.asyncDispose]: async () => {
      await child.stop();
      rmSync(spool, { recursive: true, force: true });
    },
  };
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(50))
    if (await ask('/gauges').catch(() => null)) return host;
  await host[Symbol.asyncDispose]();
  throw new Failure(`${child.name} did not start: see ${child.log}.`);
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = files.map(
    ({ parentPath, name }) => statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
