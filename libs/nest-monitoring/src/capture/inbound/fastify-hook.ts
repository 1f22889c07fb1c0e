import type { HostRequest } from '../../monitoring.options.js';
import { FastifyRoutes } from './fastify-routes.js';

type FastifyRequest = HostRequest & {
  readonly raw: object;
  readonly routeOptions?: { readonly url?: string | undefined };
};

interface FastifyRoute {
  readonly method: string | readonly string[];
  readonly url: string;
}

/** As much of a Fastify instance as is used here; no dependency on Fastify for hosts on Express. */
interface Fastify {
  addHook(name: 'onRoute', hook: (route: FastifyRoute) => void): void;
  addHook(name: 'onRequest', hook: (request: FastifyRequest, reply: unknown, done: () => void) => void): void;
}

/**
 * Tells the template of each routed request; has to be called before the host's routes are registered.
 * @returns the routes, as they come, for requests that were over before they were told of
 */
export function onFastifyRoute(
  fastify: Fastify,
  routed: (raw: object, request: HostRequest, template: string | null) => void,
): FastifyRoutes {
  const routes = new FastifyRoutes();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of typeof method === 'string' ? [method] : method)
      if (isOfHost(url)) routes.add(each, url);
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    const url = request.routeOptions?.url;
    routed(request.raw, request, url !== undefined && isOfHost(url) ? url : null);
    done();
  });
  return routes;
}

/** A bare `*` is a plugin's answer to everything, such as that of @fastify/cors to preflights. */
const isOfHost = (url: string): boolean => url !== '*';
