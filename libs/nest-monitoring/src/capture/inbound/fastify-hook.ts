import type { HostRequest } from '../../monitoring.options.js';

type FastifyRequest = HostRequest & {
  readonly raw: object;
  readonly routeOptions?: { readonly url?: string | undefined };
};

/** As much of a Fastify instance as is used here; no dependency on Fastify for hosts on Express. */
interface Fastify {
  addHook(name: 'onRequest', hook: (request: FastifyRequest, reply: unknown, done: () => void) => void): void;
}

/** Tells the template of each routed request; has to be called before the host's routes are registered. */
export function onFastifyRoute(
  fastify: Fastify,
  routed: (raw: object, request: HostRequest, template: string | null) => void,
): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    routed(request.raw, request, request.routeOptions?.url ?? null);
    done();
  });
}
