import type { RequestContext } from '../../context/request-context.js';

const contexts = new WeakMap<object, RequestContext>();

export const registerRequest = (request: object, context: RequestContext): void => {
  contexts.set(request, context);
};

/** The context of Node's own request, or of the Fastify request around it. */
export function contextOf(request: object): RequestContext | undefined {
  return contexts.get(request) ?? contexts.get((request as { raw?: object }).raw ?? request);
}
