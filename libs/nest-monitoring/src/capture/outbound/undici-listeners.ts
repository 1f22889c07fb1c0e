import type { BeginExchange, Exchange } from './exchange.js';

/** https://undici.nodejs.org/#/docs/api/DiagnosticsChannel.md; undici 6 gives headers as a flat list of buffers. */
interface UndiciMessage {
  readonly request: { readonly origin: string | URL; readonly path: string; readonly method: string };
  readonly response?: { readonly statusCode: number; readonly headers: readonly (Buffer | string)[] };
}

type Listener = readonly [channel: string, listen: (message: unknown) => void];

/** For fetch, and for undici itself. */
export function undiciListeners(begin: BeginExchange): Listener[] {
  const exchanges = new WeakMap<object, Exchange>();
  return [
    [
      'undici:request:create',
      (message) => {
        const { request } = message as UndiciMessage;
        const { method, path } = request;
        const exchange = begin({ method, path, origin: String(request.origin).replace(/\/$/, '') });
        if (exchange) exchanges.set(request, exchange);
      },
    ],
    [
      'undici:request:headers',
      (message) => {
        const { request, response } = message as Required<UndiciMessage>;
        exchanges.get(request)?.answered(response.statusCode, headerOf(response.headers, 'content-length'));
      },
    ],
    ['undici:request:error', (message) => exchanges.get((message as UndiciMessage).request)?.failed()],
  ];
}

function headerOf(headers: readonly (Buffer | string)[], name: string): string | undefined {
  const at = headers.findIndex((part, index) => index % 2 === 0 && part.toString().toLowerCase() === name);
  return at === -1 ? undefined : headers[at + 1]?.toString();
}
