import { CalmLogger } from '../../context/calm-logger.js';

/** What is wrong is said once, and then again every this many milliseconds at most. */
const REMINDER_MS = 300_000;

/** Says calmly that the spool takes nothing. */
export class SpoolWarnings {
  private readonly logger = new CalmLogger();
  private warnedAt = -Infinity;

  constructor(private readonly spool: { readonly home: string; readonly maxBytes: number }) {}

  full(): void {
    const megabytes = Math.round(this.spool.maxBytes / 1024 / 1024);
    this.warn(`is full (option spool.maxBytes, ${megabytes} MiB)`, '');
  }

  unwritable(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.warn('cannot be used (option spool.directory)', ` ${reason}`);
  }

  private warn(problem: string, reason: string): void {
    if (performance.now() - this.warnedAt < REMINDER_MS) return;
    this.warnedAt = performance.now();
    this.logger.warn(
      `The spool ${this.spool.home} ${problem}: events wait in memory only, within limits, ` +
        `and what does not fit is counted; the app is not affected.${reason}`,
    );
  }
}
