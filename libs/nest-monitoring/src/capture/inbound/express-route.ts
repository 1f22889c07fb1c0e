import type { HostRequest } from '../../monitoring.options.js';
import { normalizePath } from '../outbound/normalize-path.js';

interface ExpressRoute {
  readonly path: unknown;
  readonly methods: Readonly<Record<string, boolean>>;
}

interface ExpressLayer {
  readonly route?: ExpressRoute;
  match?(path: string): boolean;
}

type ExpressRequest = HostRequest & {
  readonly route?: ExpressRoute;
  readonly baseUrl?: string;
  readonly app?: { readonly router?: { readonly stack?: readonly ExpressLayer[] } };
};

/** What Nest makes of a bare `*` for Express: one route has one name, on Express as on Fastify. */
const BARE_WILDCARD = '{*path}';

/** The template of the route that Express has just dispatched a request to. */
export function dispatchedRoute(request: ExpressRequest): string | null {
  const { route, baseUrl = '' } = request;
  // A router of the host may be mounted on a path with parameters, which baseUrl holds the values of.
  if (!route) return null;
  const path = String(route.path);
  const template = path.includes(BARE_WILDCARD) ? path.replace(BARE_WILDCARD, '*') : path;
  return baseUrl === '' ? template : normalizePath(baseUrl) + template;
}

/**
 * The template for a request that reached no controller: answered by a route of the host's own Express,
 * or refused by middleware or the body parser before its route had its turn.
 * Routes for all methods, and wildcards, are no answer: Nest's own "not found" and middleware look like these.
 */
export function undispatchedRoute(request: ExpressRequest, path: string): string | null {
  if (request.route && !request.route.methods['_all']) return dispatchedRoute(request);
  const method = request.method === 'HEAD' ? 'get' : (request.method ?? '').toLowerCase();
  const answers = ({ route, match }: ExpressLayer) =>
    route?.methods[method] === true && typeof route.path === 'string' && !route.path.includes('*') && match;
  const layer = request.app?.router?.stack?.find((layer) => answers(layer) && layer.match?.(path));
  return layer?.route ? String(layer.route.path) : null;
}
