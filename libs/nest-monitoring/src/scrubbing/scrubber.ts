import type { Json, JsonObject } from '@scitex/monitoring-contracts';
import { HIDDEN, secretHider, type HideSecrets } from './hide-secrets.js';
import { isSensitiveKey } from './sensitive-key.js';
import { scrubText } from './scrub-text.js';

const MAX_DEPTH = 6;
const MAX_WIDTH = 64;
const MAX_NODES = 512;
/** Characters of one text, and of all keys and texts together. */
const MAX_TEXT = 2_048;
const MAX_CHARACTERS = 16_384;
const MAX_KEY = 128;
/** No shorter key can hold a secret that would be known for one. */
const MIN_SECRET = 12;
/** Of what is left out, how much is counted. */
const MAX_COUNTED = 10_000;

/** Where a card number may be given as a number: 13 digits and more. */
const MIN_CARD = 1e12;

const TOO_LARGE = '[too large]';
/** The key under which an object says how many of its entries are left out. */
const MORE = '…';

const UNREADABLE = '[unreadable]';

/**
 * Makes JSON that is safe to store of whatever the host hands over: secrets hidden, depth, width and size capped and
 * marked where they are, cycles and throwing getters survived, in time linear in what is kept.
 */
export class Scrubber {
  private readonly keys: ReadonlySet<string>;
  private readonly hide: HideSecrets;

  /** @param keys key words whose values are hidden beside those of the built-in ones */
  constructor(keys: readonly string[] = []) {
    this.keys = new Set(keys.map((key) => key.toLowerCase().replace(/[^a-z0-9]/g, '')));
    this.hide = secretHider(this.keys);
  }

  /** @example scrubber.object({ user: 'ada', apiKey: 'k-1' }) // { user: 'ada', apiKey: '[scrubbed]' } */
  object(value: unknown): JsonObject {
    if (typeof value !== 'object' || value === null) return {};
    const budget = { nodes: MAX_NODES, characters: MAX_CHARACTERS };
    try {
      return this.entries(value, { depth: 0, budget, path: new Set([value]) });
    } catch {
      return { [MORE]: UNREADABLE };
    }
  }

  /** A text without its secrets, cut to `max` characters. */
  text(text: string, max: number): string {
    return scrubText(text, max, this.hide);
  }

  private value(value: unknown, at: Position): Json {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') return this.limited(value, at);
    if (typeof value === 'number') return this.number(value, at);
    if (typeof value === 'bigint') return this.limited(value.toString(), at);
    if (typeof value !== 'object') return `[${typeof value}]`;
    return this.composite(value, at);
  }

  private limited(text: string, { budget }: Position): string {
    if (budget.characters <= 0) return TOO_LARGE;
    const kept = this.text(text, Math.min(MAX_TEXT, budget.characters));
    budget.characters -= kept.length;
    return kept;
  }

  private number(value: number, at: Position): Json {
    if (!Number.isFinite(value)) return String(value);
    return value >= MIN_CARD && this.limited(String(value), at) === HIDDEN ? HIDDEN : value;
  }

  private composite(value: object, at: Position): Json {
    const { depth, budget, path } = at;
    if (value instanceof Date) return dateText(value);
    if (value instanceof Error) return this.limited(`${value.name}: ${value.message}`, at);
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (path.has(value)) return '[circular]';
    if (depth >= MAX_DEPTH) return '[too deep]';
    path.add(value);
    const within = { depth: depth + 1, budget, path };
    const kept = Array.isArray(value) ? this.items(value, within) : this.entries(value, within);
    path.delete(value);
    return kept;
  }

  /** By index: the methods and the iterator of an array may be the host's own. */
  private items(values: readonly unknown[], at: Position): Json[] {
    const kept: Json[] = [];
    for (let index = 0; index < MAX_WIDTH && index < values.length; index++)
      kept.push(this.spend(at, () => this.value(values[index], at)));
    return values.length > MAX_WIDTH ? [...kept, leftOut(values.length - MAX_WIDTH)] : kept;
  }

  private entries(value: object, at: Position): JsonObject {
    const kept: Record<string, Json> = {};
    const keep = (key: string, entry: Json) =>
      Object.defineProperty(kept, key, { value: entry, enumerable: true, configurable: true });
    let width = 0;
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      if (++width >= MAX_WIDTH + MAX_COUNTED) break;
      if (width > MAX_WIDTH) continue;
      const entry = this.spend(at, () => this.entry(value, key, at));
      keep(this.key(key, at), entry);
    }
    if (width > MAX_WIDTH) keep(MORE, leftOut(width - MAX_WIDTH));
    return kept;
  }

  /** Keys may be made of data: `{ [token]: user }`. */
  private key(key: string, { budget }: Position): string {
    const kept = key.length < MIN_SECRET ? key : this.text(key, MAX_KEY);
    budget.characters -= kept.length;
    return kept;
  }

  private entry(value: object, key: string, at: Position): Json {
    if (isSensitiveKey(key, this.keys)) return HIDDEN;
    return this.value((value as Record<string, unknown>)[key], at);
  }

  private spend({ budget }: Position, make: () => Json): Json {
    if (--budget.nodes < 0) return TOO_LARGE;
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
const leftOut = (count: number): string => `[${count >= MAX_COUNTED ? 'over ' : ''}${count} more]`;

interface Position {
  readonly depth: number;
  readonly budget: { nodes: number; characters: number };
  /** The objects that enclose the value. */
  readonly path: Set<object>;
}
