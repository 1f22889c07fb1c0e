import type { ServerResponse } from 'node:http';

/** Express's response or Fastify's reply, as far as both are alike. */
export interface Reply {
  status(code: number): Reply;
  send(body: unknown): unknown;
  /** Fastify's way to leave the answer to the handler. */
  hijack?(): void;
  readonly raw?: ServerResponse;
}

/** Node's own response, which the handler now answers with itself. */
export function takeOver(reply: Reply): ServerResponse {
  reply.hijack?.();
  return reply.raw ?? (reply as unknown as ServerResponse);
}
