import type { JsonObject } from '@scitex/monitoring-contracts';
import type { Scrubber } from './scrubber.js';

const MAX_QUERY = 4_096;

/** The query of a URL as scrubbed JSON; a parameter given more than once becomes a list. */
export function queryParamsOf(url: string, scrubber: Scrubber): JsonObject {
  const start = url.indexOf('?');
  if (start === -1) return {};
  const params = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(url.slice(start + 1, start + MAX_QUERY))) {
    const earlier = params.get(name);
    if (earlier === undefined) params.set(name, value);
    else if (Array.isArray(earlier)) earlier.push(value);
    else params.set(name, [earlier, value]);
  }
  return scrubber.object(Object.fromEntries(params));
}
