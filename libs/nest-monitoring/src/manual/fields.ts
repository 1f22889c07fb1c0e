import { scrubText } from '../scrubbing/scrub-text.js';

/**
 * What a host hands over, made fit for the fields of an event, whatever its type promised. Nothing of an object is
 * called for it: a `toString` of the host's may throw, or never return.
 */

const MAX_NAME = 512;

/** A text, cut to `max` characters; of an object only what it is. */
export function text(value: unknown, max = MAX_NAME): string {
  if (typeof value === 'string') return scrubText(value, max);
  const isOpaque = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isOpaque ? `[${typeof value}]` : scrubText(String(value), max);
}

/** Null where there is none. */
export function optionalText(value: unknown, max?: number): string | null {
  return value === undefined || value === null ? null : text(value, max);
}

/** NaN for what is no number: the store refuses a figure that says nothing, and tells why. */
export function figure(value: unknown): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : NaN;
}

/** Null where there is none. */
export function optionalFigure(value: unknown): number | null {
  return value === undefined || value === null ? null : figure(value);
}
