import { cutText, scrubText } from '../../scrubbing/scrub-text.js';
import { Scrubber } from '../../scrubbing/scrubber.js';

const MAX_MESSAGE = 8_192;
const MAX_STACK = 32_768;
const MAX_TYPE = 256;
const MAX_CAUSES = 5;
const scrubber = new Scrubber();

export interface ErrorDescription {
  readonly errorType: string;
  readonly message: string;
  readonly stackTrace: string | null;
}

/** Describes whatever was thrown: errors with their causes, strings, null, objects whose getters throw. */
export function describeError(thrown: unknown): ErrorDescription {
  if (!isObject(thrown)) return { errorType: 'NonError', message: text(thrown), stackTrace: null };
  const message = read(thrown, 'message');
  return {
    errorType: scrubText(typeOf(thrown), MAX_TYPE),
    message: scrubText(typeof message === 'string' ? message : text(thrown), MAX_MESSAGE),
    stackTrace: stackOf(thrown),
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

function stackOf(thrown: object): string | null {
  const stacks: string[] = [];
  const seen = new Set<unknown>();
  let current: unknown = thrown;
  while (isObject(current) && !seen.has(current) && stacks.length <= MAX_CAUSES) {
    seen.add(current);
    const stack = read(current, 'stack');
    if (typeof stack === 'string') stacks.push(scrubText(stack, MAX_STACK));
    stacks.push(...innerStacks(current));
    current = read(current, 'cause');
  }
  return stacks.length === 0 ? null : cutText(stacks.join('\nCaused by: '), MAX_STACK);
}

/** The errors that an AggregateError stands for. */
function innerStacks(thrown: object): string[] {
  const errors = isAggregate(thrown) ? read(thrown, 'errors') : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, MAX_CAUSES).map((error: unknown) => {
    const stack = isObject(error) ? read(error, 'stack') : undefined;
    return typeof stack === 'string' ? scrubText(stack, MAX_STACK) : text(error);
  });
}

/** Not by JSON.stringify alone: it asks the host's toJSON, and may have a whole graph of the host's to go through. */
function text(value: unknown): string {
  if (typeof value === 'function') return 'function';
  return scrubText(isObject(value) ? JSON.stringify(scrubber.json(value)) : String(value), MAX_MESSAGE);
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
