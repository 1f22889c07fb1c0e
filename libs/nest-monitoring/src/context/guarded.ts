import { CalmLogger } from './calm-logger.js';

const REMINDER_MS = 60_000;
const logger = new CalmLogger();
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
    logger.warn(`Something could not be recorded; the app is not affected. ${printed(error)}`);
    return undefined;
  }
}

function printed(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Why cannot even be printed.';
  }
}
