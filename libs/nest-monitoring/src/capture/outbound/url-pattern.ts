/**
 * Whether the URL of a call fits a pattern of the host's options: a host (without a port it stands for all of its
 * ports), or a RegExp on the URL without its query. One that throws fits nothing.
 */
export function fitsUrl(pattern: string | RegExp, origin: string, path: string): boolean {
  const host = origin.slice(origin.indexOf('://') + 3);
  if (typeof pattern === 'string')
    return host === pattern || (!pattern.includes(':') && host.startsWith(`${pattern}:`));
  try {
    return (origin + path).search(pattern) !== -1;
  } catch {
    return false;
  }
}
