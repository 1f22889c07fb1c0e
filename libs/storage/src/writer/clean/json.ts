import { plainJson } from './plain-json.js';
import { text } from './text.js';

const MAX_DEPTH = 8;
const MAX_ENTRIES = 200;
const MAX_KEY_LENGTH = 128;
const MAX_STRING_LENGTH = 8192;
/** Characters of all strings and keys of one value, together; every value costs a few besides. */
const MAX_CHARACTERS = 32_768;
const VALUE_COST = 4;

interface Budget {
  characters: number;
}

/**
 * The JSON text of an object, as far as PostgreSQL's jsonb holds it and its size is reasonable: what lies
 * deeper than 8 levels, beyond 200 entries or 32,768 characters is left out. `{}` for what is no object.
 */
export function json(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '{}';
  try {
    return plainJson(value) ?? JSON.stringify(pruneObject(value, MAX_DEPTH, { characters: MAX_CHARACTERS }));
  } catch {
    // A getter of the host's object threw. The event is worth more than its metadata.
    return '{}';
  }
}

function prune(value: unknown, depth: number, budget: Budget): unknown {
  budget.characters -= VALUE_COST;
  switch (typeof value) {
    case 'string':
      return spend(value, MAX_STRING_LENGTH, budget);
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return spend(String(value), MAX_STRING_LENGTH, budget);
    case 'object':
      return pruneNested(value, depth, budget);
    default:
      return null;
  }
}

function pruneNested(value: object | null, depth: number, budget: Budget): unknown {
  if (value === null || depth === 0) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return Array.isArray(value) ? pruneArray(value, depth, budget) : pruneObject(value, depth, budget);
}

function pruneArray(items: readonly unknown[], depth: number, budget: Budget): unknown[] {
  const pruned: unknown[] = [];
  for (const item of items.slice(0, MAX_ENTRIES)) {
    if (budget.characters <= 0) break;
    pruned.push(prune(item, depth - 1, budget));
  }
  return pruned;
}

/** Without a prototype, so that a key such as `__proto__` is a key like any other. */
function pruneObject(value: object, depth: number, budget: Budget): object {
  const pruned = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value).slice(0, MAX_ENTRIES)) {
    if (budget.characters <= 0) break;
    pruned[spend(key, MAX_KEY_LENGTH, budget)] = prune(item, depth - 1, budget);
  }
  return pruned;
}

function spend(value: string, maxLength: number, budget: Budget): string {
  const kept = text(value, Math.max(0, Math.min(maxLength, budget.characters))) ?? '';
  budget.characters -= kept.length;
  return kept;
}
