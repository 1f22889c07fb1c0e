import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built module, as a process of its own needs it. */
const MODULE = join(import.meta.dirname, '../../dist/index.js');

/**
 * Records numbers every two milliseconds, up to a limit, and tells its books every fifty. It ends by signals, or, with
 * SIGUSR2, by closing the app and coming to its end.
 */
const HOST = `
  import 'reflect-metadata';
  import { Module } from '@nestjs/common';
  import { NestFactory } from '@nestjs/core';
  import { MonitoringModule, MonitoringService } from ${JSON.stringify(MODULE)};
  const { STORE, SPOOL, FROM, LIMIT, PER_TURN } = process.env;
  class App {}
  Module({ imports: [MonitoringModule.forRoot({
    serviceName: 'papers', environment: 'test', transport: { kind: 'postgres', url: STORE },
    buffer: { flushIntervalMs: 100 }, spool: { directory: SPOOL },
  })] })(App);
  const app = await NestFactory.createApplicationContext(App, { logger: false });
  app.enableShutdownHooks();
  const monitoring = app.get(MonitoringService);
  let value = Number(FROM);
  const turn = () => {
    for (let left = Number(PER_TURN); left > 0 && value < Number(LIMIT); left--)
      monitoring.logMetric({ metricType: 'number', value: value++ });
  };
  const tell = () => process.stdout.write(JSON.stringify({ recorded: value - FROM, ...monitoring.stats() }) + '\\n');
  const timers = [setInterval(turn, 2), setInterval(tell, 50)];
  process.on('SIGUSR2', () => {
    timers.forEach(clearInterval);
    tell();
    void app.close();
  });
`;

export interface Books {
  /** By this process itself, whatever became of it. */
  readonly recorded: number;
  readonly captured: number;
  readonly stored: number;
  readonly buffered: number;
  readonly spooled: number;
}

export interface RecordingProcess {
  /** The first books that fit, from now on. */
  when(fits: (books: Books) => boolean): Promise<Books>;
  /** The last that were told. */
  readonly last: Books;
  /** Sends a signal, and resolves when the process is gone, to the milliseconds that it took. */
  end(signal: NodeJS.Signals): Promise<number>;
}

const NOTHING: Books = { recorded: 0, captured: 0, stored: 0, buffered: 0, spooled: 0 };
const children = new Set<ChildProcess>();

/** Ends what a test that failed has left running. */
export function killRecordingProcesses(): void {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
}

/** Starts a host that records the numbers from `from` to below `limit`. */
export function startRecording(
  to: { readonly store: string; readonly spool: string },
  from: number,
  limit: number,
  perTurn = 1,
): RecordingProcess {
  if (!existsSync(MODULE))
    throw new Error('The module is not built: run npx nx build nest-monitoring, or npm test, which does.');
  const env = {
    STORE: to.store,
    SPOOL: to.spool,
    FROM: `${from}`,
    LIMIT: `${limit}`,
    PER_TURN: `${perTurn}`,
  };
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOST], {
    cwd: import.meta.dirname,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  let last = NOTHING;
  let rest = '';
  let onBooks: (books: Books) => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onBooks((last = JSON.parse(line) as Books));
  });
  return {
    when: (fits) =>
      new Promise((resolve) => {
        onBooks = (books) => fits(books) && resolve(books);
      }),
    get last() {
      return last;
    },
    end: async (signal) => {
      const begin = performance.now();
      child.kill(signal);
      await once(child, 'close');
      children.delete(child);
      return performance.now() - begin;
    },
  };
}
