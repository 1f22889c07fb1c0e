import { errorMonitor } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { guarded } from '../../context/guarded.js';
import type { BeginExchange, Exchange } from './exchange.js';

type Listener = readonly [channel: string, listen: (message: unknown) => void];

/** For node:http and node:https, and what is built on them: axios, got, superagent … */
export function httpClientListeners(begin: BeginExchange): Listener[] {
  const exchanges = new WeakMap<object, Exchange>();
  return [
    [
      'http.client.request.start',
      (message) => {
        const { request } = message as { request: ClientRequest };
        const exchange = begin({ method: request.method, path: request.path, origin: originOf(request) });
        if (!exchange) return;
        exchanges.set(request, exchange);
        // An errorMonitor listener only looks on: an error that nobody handles still ends the process as before.
        request.once(errorMonitor, () => guarded(() => exchange.failed()));
      },
    ],
    [
      'http.client.response.finish',
      (message) => {
        const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
        exchanges.get(request)?.answered(response.statusCode ?? 0, response.headers['content-length']);
      },
    ],
  ];
}

/** The Host header holds the port where it is not the protocol's own. */
export function originOf(request: ClientRequest): string {
  const host = request.getHeader('host');
  return `${request.protocol}//${typeof host === 'string' ? host : request.host}`;
}
