import { weightOf, type EventKind } from '@scitex/monitoring-contracts';
import { json } from '../clean/json.js';

/** Events of one kind that the store does not hold, for one reason. */
export interface Refusal {
  readonly kind: EventKind;
  /** Such as `value: missing, or nothing that the column holds`; names no value of the event, so that there are few. */
  readonly reason: string;
  readonly count: number;
  /** The last of them, as JSON text: what can be read of it, within limits. */
  readonly example: string;
}

/** Reasons told apart in one batch; what comes beyond them goes under the last. */
const MAX_REASONS = 32;

/** Collects what is refused of a batch, by kind and reason. */
export class Refusals {
  readonly #byReason = new Map<string, Refusal>();

  get isEmpty(): boolean {
    return this.#byReason.size === 0;
  }

  add(kind: EventKind, reason: string, event: unknown): void {
    const isFull = this.#byReason.size >= MAX_REASONS && !this.#byReason.has(keyOf(kind, reason));
    const told = isFull ? 'one of too many reasons' : reason;
    const key = keyOf(kind, told);
    const count = (this.#byReason.get(key)?.count ?? 0) + weightOf(event);
    this.#byReason.set(key, { kind, reason: told, count, example: json(event) });
  }

  /** By kind and reason: all writers lock them in one order. */
  list(): Refusal[] {
    return [...this.#byReason.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, refusal]) => refusal);
  }
}

const keyOf = (kind: EventKind, reason: string): string => `${kind} ${reason}`;
