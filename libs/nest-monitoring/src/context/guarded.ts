import { Logger } from '@nestjs/common';

const REMINDER_MS = 60_000;
const logger = new Logger('Monitoring');
let warnedAt = -Infinity;

/**
 * Runs a piece of capture; whatever goes wrong in it stays in it, and is said at most once a minute.
 * @returns what `work` does; undefined where it failed
 */
export function guarded<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (performance.now() - warnedAt < REMINDER_MS) return undefined;
    warnedAt = performance.now();
    warn(error);
    return undefined;
  }
}

function warn(error: unknown): void {
  try {
    logger.warn(`Something could not be recorded; the app is not affected. ${String(error)}`);
  } catch {
    // A value that cannot even be printed, or a host logger that throws: silence is all that is left.
  }
}
