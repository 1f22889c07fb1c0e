import { CalmLogger } from '../context/calm-logger.js';
import type { Refusal } from './transport.js';

/** Reasons that are told at most, in the life of a process. */
const MAX_TOLD = 100;

/** Says once for each kind and reason that the store refuses events, so that whoever sends them can mend it. */
export class RefusalWarnings {
  private readonly logger = new CalmLogger();
  private readonly told = new Set<string>();

  tell(refusals: readonly Refusal[]): void {
    for (const { kind, reason, count } of refusals) {
      const key = `${kind} ${reason}`;
      if (this.told.has(key) || this.told.size >= MAX_TOLD) continue;
      this.told.add(key);
      this.logger.warn(
        `The monitoring store refused events (${count} ${kind}): ${reason}. They count as dropped, "refused", ` +
          `in stats(), and the last of them is in the table monitoring.quarantine. This is said once.`,
      );
    }
  }
}
