import { forceAll } from './child.ts';
import { sentenceOf } from './failure.ts';

/** npm, the runner and the terminal each pass on the same Ctrl-C: signals this close together are one. */
const SAME_SIGNAL_MS = 1000;
const INTERRUPTED = 130;

/**
 * Runs a command to its exit code. `stop` is aborted by Ctrl-C, SIGTERM or a terminal that hangs up;
 * asked a second time, the command ends at once.
 */
export async function runCommand(command: (stop: AbortSignal) => Promise<number>): Promise<void> {
  const stopping = new AbortController();
  let firstAt = 0;
  const stop = () => {
    if (firstAt === 0) {
      firstAt = Date.now();
      return stopping.abort();
    }
    if (Date.now() - firstAt < SAME_SIGNAL_MS) return;
    forceAll();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // A terminal that is gone must not keep the command from its orderly end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stopping.abort());

  process.exitCode = await command(stopping.signal).catch((error: unknown) => {
    if (stopping.signal.aborted) return INTERRUPTED;
    process.stderr.write(`${sentenceOf(error)}\n`);
    return 1;
  });
}
