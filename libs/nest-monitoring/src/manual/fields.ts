import type { RateLimit } from '@scitex/monitoring-contracts';
import { pathOf } from '../capture/inbound/exclusion.js';
import { scrubText } from '../scrubbing/scrub-text.js';

/**
 * What a host hands over, made fit for the fields of an event, whatever its type promised. Nothing of an object is
 * called for it: a `toString` of the host's may throw, or never return.
 */

/** As much as the store keeps of them, so that what is cut is marked. */
const MAX_NAME = 256;
const MAX_ENDPOINT = 512;

/** A text, cut to `max` characters; of an object only what it is. */
export function text(value: unknown, max = MAX_NAME): string {
  if (typeof value === 'string') return scrubText(value, max);
  const isOpaque = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isOpaque ? `[${typeof value}]` : scrubText(String(value), max);
}

/** Null where there is none. */
export function optionalText(value: unknown): string | null {
  return value === undefined || value === null ? null : text(value);
}

/** As the host names it; of a URL, what is not its query. */
export function endpoint(value: unknown): string {
  return text(typeof value === 'string' ? pathOf(value) : value, MAX_ENDPOINT);
}

/** Null where there is none. */
export function optionalEndpoint(value: unknown): string | null {
  return value === undefined || value === null ? null : endpoint(value);
}

/** NaN for what is no number: the store refuses a figure that says nothing, and tells why. */
export function figure(value: unknown): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : NaN;
}

/** Null where there is none. */
export function optionalFigure(value: unknown): number | null {
  return value === undefined || value === null ? null : figure(value);
}

/** Null where there is none. */
export function optionalRateLimit(value: unknown): RateLimit | null {
  if (typeof value !== 'object' || value === null) return null;
  const { limit, remaining, resetAt } = value as Readonly<Record<string, unknown>>;
  return {
    limit: optionalFigure(limit),
    remaining: optionalFigure(remaining),
    resetAt: optionalText(resetAt),
  };
}
