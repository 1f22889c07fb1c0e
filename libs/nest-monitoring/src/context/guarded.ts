import { CalmLogger } from './calm-logger.js';

const REMINDER_MS = 60_000;
const logger = new CalmLogger();
let warnedAt = -Infinity;

/**
 * Runs a piece of capture; whatever goes wrong in it stays in it, and is said at most once a minute.
 * @param onFailure told of each time
 */
export function guarded(work: () => void, onFailure?: () => void): void {
  try {
    work();
  } catch (error) {
    onFailure?.();
    if (performance.now() - warnedAt < REMINDER_MS) return;
    warnedAt = performance.now();
    logger.warn(`Something could not be recorded; the app is not affected. ${printed(error)}`);
  }
}

function printed(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Why cannot even be printed.';
  }
}
