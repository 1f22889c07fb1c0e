import { fitsUrl } from './url-pattern.js';

/**
 * The name of the API that a host stands for, by the option `apis`; the host where no entry fits.
 * @example apiNameOf('https://api.crossref.org', '/works', { crossref: 'api.crossref.org' }) // 'crossref'
 */
export function apiNameOf(
  origin: string,
  path: string,
  apis: Readonly<Record<string, string | RegExp>>,
): string {
  const entry = Object.entries(apis).find(([, pattern]) => fitsUrl(pattern, origin, path));
  return entry?.[0] ?? origin.slice(origin.indexOf('://') + 3);
}
