import { AbstractGraphQLDriver } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string };
}

/** What Fastify's reply and Express' response have in common. */
type Reply = ServerResponse & { readonly raw?: ServerResponse; hijack?(): void };

/** Answers GraphQL over HTTP. */
export class GraphqlDriver extends AbstractGraphQLDriver {
  start({ schema, path = '/graphql' }: { schema?: GraphQLSchema; path?: string }): Promise<void> {
    if (!schema) throw new Error('Nest made no schema.');
    const answer = createHandler({ schema, context: ({ raw }) => ({ req: raw as Request }) });
    const { httpAdapter } = this.httpAdapterHost;
    const serve = async (raw: Request, reply: Reply) => {
      const { url, method, headers, body: asked } = raw;
      const [body, init] = await answer({ url, method, headers, body: asked, raw, context: undefined });
      reply.hijack?.();
      (reply.raw ?? reply).writeHead(init.status, init.headers).end(body);
    };
    // Middleware on Express and a route on Fastify, as with Apollo's.
    if (httpAdapter.getType() === 'express') httpAdapter.use(path, serve);
    else httpAdapter.post(path, serve);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
