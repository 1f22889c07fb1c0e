import { cutText } from '../../scrubbing/scrub-text.js';
import type { Scrubber } from '../../scrubbing/scrubber.js';

const MAX_MESSAGE = 8_192;
const MAX_STACK = 32_768;
const MAX_TYPE = 256;
const MAX_CAUSES = 5;

export interface ErrorDescription {
  readonly errorType: string;
  readonly message: string;
  readonly stackTrace: string | null;
}

/** Describes whatever was thrown: errors with their causes, strings, null, objects whose getters throw. */
export function describeError(thrown: unknown, scrubber: Scrubber): ErrorDescription {
  if (!isObject(thrown)) return { errorType: 'NonError', message: text(thrown, scrubber), stackTrace: null };
  const message = read(thrown, 'message');
  return {
    errorType: scrubber.text(typeOf(thrown), MAX_TYPE),
    message: scrubber.text(typeof message === 'string' ? message : text(thrown, scrubber), MAX_MESSAGE),
    stackTrace: stackOf(thrown, scrubber),
  };
}

function typeOf(thrown: object): string {
  const name = read(thrown, 'name');
  if (typeof name === 'string' && name !== '' && name !== 'Error') return name;
  const constructor = read(thrown, 'constructor');
  const className = isObject(constructor) ? read(constructor, 'name') : undefined;
  if (typeof className === 'string' && className !== '' && className !== 'Object') return className;
  return typeof name === 'string' && name !== '' ? name : 'NonError';
}

function stackOf(thrown: object, scrubber: Scrubber): string | null {
  const stacks: string[] = [];
  const seen = new Set<unknown>();
  let current: unknown = thrown;
  while (isObject(current) && !seen.has(current) && stacks.length <= MAX_CAUSES) {
    seen.add(current);
    const stack = read(current, 'stack');
    if (typeof stack === 'string') stacks.push(scrubber.text(stack, MAX_STACK));
    stacks.push(...innerStacks(current, scrubber));
    current = read(current, 'cause');
  }
  return stacks.length === 0 ? null : cutText(stacks.join('\nCaused by: '), MAX_STACK);
}

/** The errors that an AggregateError stands for. */
function innerStacks(thrown: object, scrubber: Scrubber): string[] {
  const errors = isAggregate(thrown) ? read(thrown, 'errors') : undefined;
  if (!Array.isArray(errors)) return [];
  const stacks = errors.slice(0, MAX_CAUSES).map((error: unknown) => {
    const stack = isObject(error) ? read(error, 'stack') : undefined;
    return typeof stack === 'string' ? scrubber.text(stack, MAX_STACK) : text(error, scrubber);
  });
  return errors.length > MAX_CAUSES ? [...stacks, `${errors.length - MAX_CAUSES} more errors`] : stacks;
}

function text(value: unknown, scrubber: Scrubber): string {
  try {
    const shown = isObject(value) ? JSON.stringify(scrubber.object({ value })['value']) : String(value);
    return scrubber.text(shown, MAX_MESSAGE);
  } catch {
    return `a thrown ${typeof value} that cannot be read`;
  }
}

function isAggregate(thrown: object): boolean {
  try {
    return thrown instanceof AggregateError;
  } catch {
    return false;
  }
}

function read(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
