import type { Json, JsonObject } from '@scitex/monitoring-contracts';
import { isSensitiveKey } from './sensitive-key.js';
import { HIDDEN, scrubText } from './scrub-text.js';

const MAX_DEPTH = 6;
const MAX_WIDTH = 64;
const MAX_NODES = 512;
const MAX_TEXT = 2_048;
const MAX_KEY = 128;

const UNREADABLE = '[unreadable]';
const PLAIN = { enumerable: true, configurable: true, writable: true };

/**
 * Makes JSON that is safe to store of whatever the host hands over: secrets hidden, depth, width and size capped,
 * cycles and throwing getters survived, in time linear in what is kept.
 */
export class Scrubber {
  private readonly keys: ReadonlySet<string>;

  constructor(keys: readonly string[] = []) {
    this.keys = new Set(keys.map((key) => key.toLowerCase().replace(/[^a-z0-9]/g, '')));
  }

  /** @example scrubber.object({ user: 'ada', apiKey: 'k-1' }) // { user: 'ada', apiKey: '[scrubbed]' } */
  object(value: unknown): JsonObject {
    if (typeof value !== 'object' || value === null) return {};
    try {
      return this.entries(value, { depth: 0, budget: { nodes: MAX_NODES }, path: new Set([value]) });
    } catch {
      return { [UNREADABLE]: true };
    }
  }

  /** The same for whatever it is. */
  json(value: unknown): Json {
    const at = { depth: 0, budget: { nodes: MAX_NODES }, path: new Set<object>() };
    return this.spend(at, () => this.value(value, at));
  }

  private value(value: unknown, at: Position): Json {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') return scrubText(value, MAX_TEXT);
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
    if (typeof value === 'bigint') return scrubText(value.toString(), MAX_TEXT);
    if (typeof value !== 'object') return `[${typeof value}]`;
    return this.composite(value, at);
  }

  private composite(value: object, { depth, budget, path }: Position): Json {
    if (value instanceof Date) return dateText(value);
    if (value instanceof Error) return scrubText(`${value.name}: ${value.message}`, MAX_TEXT);
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (path.has(value)) return '[circular]';
    if (depth >= MAX_DEPTH) return '[too deep]';
    path.add(value);
    const at = { depth: depth + 1, budget, path };
    const kept = Array.isArray(value) ? this.items(value, at) : this.entries(value, at);
    path.delete(value);
    return kept;
  }

  /** By index: the methods and the iterator of an array may be the host's own. */
  private items(value: readonly unknown[], at: Position): Json[] {
    const kept: Json[] = [];
    for (let index = 0; index < MAX_WIDTH && index < value.length; index++)
      kept.push(this.spend(at, () => this.value(value[index], at)));
    return kept;
  }

  private entries(value: object, at: Position): JsonObject {
    const kept: Record<string, Json> = {};
    let width = 0;
    for (const key in value) {
      if (++width > MAX_WIDTH) break;
      if (!Object.hasOwn(value, key)) continue;
      const scrubbed = this.spend(at, () => this.entry(value, key, at));
      // Defined, so that `__proto__` is a key like any other; more than once where long keys begin alike.
      Object.defineProperty(kept, key.slice(0, MAX_KEY), { ...PLAIN, value: scrubbed });
    }
    return kept;
  }

  private entry(value: object, key: string, at: Position): Json {
    if (isSensitiveKey(key, this.keys)) return HIDDEN;
    return this.value((value as Record<string, unknown>)[key], at);
  }

  private spend({ budget }: Position, make: () => Json): Json {
    if (--budget.nodes < 0) return '[too large]';
    try {
      return make();
    } catch {
      return UNREADABLE;
    }
  }
}

/** By the methods that every date has: a subclass may have others. */
function dateText(value: Date): string {
  const time = Date.prototype.getTime.call(value);
  return Number.isNaN(time) ? '[invalid date]' : new Date(time).toISOString();
}

interface Position {
  readonly depth: number;
  readonly budget: { nodes: number };
  /** The objects that enclose the value. */
  readonly path: Set<object>;
}
