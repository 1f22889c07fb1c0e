import type { Batch } from '@scitex/monitoring-contracts';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `last-flush` is told. */
export interface LastFlush {
  readonly url: string;
  readonly timeoutMs: number;
  readonly batches: readonly Batch[];
}

/** Not of a single-file build of the host, which would start itself a second time. */
const NODE = /^node(?:js)?[\d.-]*(?:\.exe)?$/i;

/**
 * Stores batches while the process is exiting and nothing asynchronous runs any more: in a process of its own, which
 * this one waits for. Nothing of it is seen on the host's output, and the URL never on a command line.
 * @returns whether all of it is stored
 */
export function flushAtExit(flush: LastFlush): boolean {
  const program = fileURLToPath(new URL('./last-flush.js', import.meta.url));
  if (!NODE.test(basename(process.execPath)) || !existsSync(program)) return false;
  const { status } = spawnSync(process.execPath, [program], {
    input: JSON.stringify(flush),
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: flush.timeoutMs,
    killSignal: 'SIGKILL',
    env: environment(),
    windowsHide: true,
  });
  return status === 0;
}

/** Without what tells Node to load, inspect or join the host: libpq's variables and the CAs it needs. */
function environment(): NodeJS.ProcessEnv {
  const isHosts = /^(?:NODE_OPTIONS|NODE_UNIQUE_ID|NODE_CHANNEL_.*|NODE_V8_COVERAGE)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isHosts.test(name)));
}
