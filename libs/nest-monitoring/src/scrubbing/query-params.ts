import type { JsonObject } from '@scitex/monitoring-contracts';
import type { Scrubber } from './scrubber.js';

const MAX_QUERY = 4_096;
/** The name under which a query says that it goes on. */
const MORE = '…';

/** The query of a URL as scrubbed JSON; a parameter given more than once becomes a list. */
export function queryParamsOf(url: string, scrubber: Scrubber): JsonObject {
  const start = url.indexOf('?') + 1;
  if (start === 0 || start === url.length) return {};
  const left = url.length - start - MAX_QUERY;
  const params = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(url.slice(start, start + MAX_QUERY))) {
    const earlier = params.get(name);
    if (earlier === undefined) params.set(name, value);
    else if (Array.isArray(earlier)) earlier.push(value);
    else params.set(name, [earlier, value]);
  }
  const scrubbed = scrubber.object(Object.fromEntries(params));
  return left > 0 ? { ...scrubbed, [MORE]: `[${left} more characters]` } : scrubbed;
}
