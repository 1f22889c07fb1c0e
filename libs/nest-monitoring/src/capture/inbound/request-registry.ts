import type { RequestContext } from '../../context/request-context.js';

/** On the request itself: a WeakMap costs several times as much, at each request and at each garbage collection. */
const CONTEXT = Symbol('scitex.monitoring.context');

interface Marked {
  [CONTEXT]?: RequestContext;
  /** Node's own request, in Fastify's. */
  raw?: Marked;
}

export function registerRequest(request: object, context: RequestContext): void {
  (request as Marked)[CONTEXT] = context;
}

/** The context of Node's own request, or of the Fastify request around it. */
export function contextOf(request: object): RequestContext | undefined {
  const marked = request as Marked;
  return marked[CONTEXT] ?? marked.raw?.[CONTEXT];
}
