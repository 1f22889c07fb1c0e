/**
 * The name of the API that a host stands for, by the option `apis`; the host where no entry fits.
 * @example apiNameOf('https://api.crossref.org', '/works', { crossref: 'api.crossref.org' }) // 'crossref'
 */
export function apiNameOf(
  origin: string,
  path: string,
  apis: Readonly<Record<string, string | RegExp>>,
): string {
  const host = origin.slice(origin.indexOf('://') + 3);
  for (const [name, pattern] of Object.entries(apis)) {
    if (typeof pattern === 'string' ? isHost(host, pattern) : (origin + path).search(pattern) !== -1)
      return name;
  }
  return host;
}

/** A host without a port stands for all of its ports. */
const isHost = (host: string, pattern: string): boolean =>
  host === pattern || (!pattern.includes(':') && host.startsWith(`${pattern}:`));
