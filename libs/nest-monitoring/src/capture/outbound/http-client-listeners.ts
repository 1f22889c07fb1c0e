import type { ClientRequest, IncomingMessage } from 'node:http';
import type { BeginExchange } from './exchange.js';
import { HttpClientExchange } from './http-client-exchange.js';

type Listener = readonly [channel: string, listen: (message: unknown) => void];

interface Message {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  readonly error: unknown;
}

export interface HttpClientListeners {
  readonly listeners: readonly Listener[];
  /** The head of a request is being written. */
  began(request: ClientRequest): void;
}

/**
 * For node:http and node:https, and what is built on them: axios, got, superagent …
 *
 * A request begins with whatever is heard of it first. Node 20 has no channel at its creation, and its `start` comes
 * when the request is out, which is never where no connection comes about: hence `began`, and last of all its error.
 */
export function httpClientListeners(begin: BeginExchange): HttpClientListeners {
  /** null for a request that is not to be recorded. */
  const exchanges = new WeakMap<ClientRequest, HttpClientExchange | null>();
  const began = (request: ClientRequest): HttpClientExchange | null => {
    const known = exchanges.get(request);
    if (known !== undefined) return known;
    const exchange = begin({ method: request.method, path: request.path, origin: originOf(request) });
    const watched = exchange && new HttpClientExchange(request, exchange);
    exchanges.set(request, watched);
    return watched;
  };
  return {
    began,
    listeners: [
      ['http.client.request.created', (message) => void began((message as Message).request)],
      ['http.client.request.start', (message) => void began((message as Message).request)],
      [
        'http.client.request.error',
        (message) => {
          const { request, error } = message as Message;
          if (!exchanges.has(request)) began(request)?.failed(error);
        },
      ],
      [
        // Despite its name, it comes when the headers are in.
        'http.client.response.finish',
        (message) => {
          const { request, response } = message as Message;
          exchanges.get(request)?.answered(response);
        },
      ],
    ],
  };
}

/** The Host header holds the port where it is not the protocol's own. */
export function originOf(request: ClientRequest): string {
  const host = request.getHeader('host');
  return `${request.protocol}//${typeof host === 'string' ? host : request.host}`;
}
