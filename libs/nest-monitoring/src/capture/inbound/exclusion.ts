/** Static files; only where no route of the host answers them, as a handler may well draw `/charts/7.png`. */
export const STATIC_FILES =
  /\.(?:css|js|mjs|map|ico|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|otf|eot|webmanifest)$/i;

const HEALTH_PROBES =
  /^(?:\/api)?\/(?:healthz?|livez?|liveness|readyz?|readiness|startupz?)(?:\/(?:live|ready|liveness|readiness|startup))?\/?$/i;

/** What is not recorded unless the option `exclude` says otherwise. */
export const DEFAULT_EXCLUDES: readonly (string | RegExp)[] = [STATIC_FILES, HEALTH_PROBES, '/monitoring'];

/** The path of a request URL, without its query. */
export function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}

/** Whether a request is left out before anything is known but its path. */
export function isExcluded(path: string, patterns: readonly (string | RegExp)[]): boolean {
  return patterns.some((pattern) => pattern !== STATIC_FILES && fits(path, pattern));
}

/** Whether an answer was a static file that no route of the host stands for. */
export function isStaticFile(
  path: string,
  endpoint: string,
  patterns: readonly (string | RegExp)[],
): boolean {
  const hasOwnRoute = endpoint.startsWith('/') && !endpoint.includes('*');
  return !hasOwnRoute && patterns.includes(STATIC_FILES) && STATIC_FILES.test(path);
}

function fits(path: string, pattern: string | RegExp): boolean {
  if (typeof pattern === 'string') return isWithin(path, pattern);
  try {
    pattern.lastIndex = 0;
    return pattern.test(path);
  } catch {
    // The host's own expression: one that throws leaves nothing out.
    return false;
  }
}

/** Whether a path is a folder, or lies below it. */
function isWithin(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return path.length === folder.length || folder.endsWith('/') || path[folder.length] === '/';
}
