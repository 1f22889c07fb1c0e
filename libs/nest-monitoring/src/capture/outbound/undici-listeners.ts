import type { BeginExchange, Exchange, ExchangeTarget } from './exchange.js';
import { failureOf, isDiscard } from './failure-of.js';
import type { RawHeaders } from './rate-limit.js';
import type { TraceHeaders } from './trace-headers.js';

/** https://undici.nodejs.org/#/docs/api/DiagnosticsChannel.md; undici 6 gives headers as a flat list of buffers. */
interface UndiciMessage {
  readonly request: {
    readonly origin: string | URL;
    readonly path: string;
    readonly method: string;
    /** A flat list of names and values; the text of the head in undici 5. */
    readonly headers: readonly unknown[] | string;
    addHeader?(name: string, value: string): void;
  };
  readonly response?: { readonly statusCode: number; readonly headers: RawHeaders };
  readonly error?: unknown;
}

type Listener = readonly [channel: string, listen: (message: unknown) => void];

/** What a call carries of the trace of its request. */
export type TraceOf = (target: ExchangeTarget, sets: (name: string) => boolean) => TraceHeaders;

/** For fetch, and for undici itself. */
export function undiciListeners(begin: BeginExchange, traceOf: TraceOf): Listener[] {
  const exchanges = new WeakMap<object, Exchange>();
  return [
    [
      'undici:request:create',
      (message) => {
        const { request } = message as UndiciMessage;
        const { method, path } = request;
        const target = { method, path, origin: String(request.origin).replace(/\/$/, '') };
        const exchange = begin(target);
        if (exchange) exchanges.set(request, exchange);
        const headers = traceOf(target, (name) => sets(request.headers, name));
        for (const [name, value] of headers) request.addHeader?.(name, value);
      },
    ],
    [
      'undici:request:headers',
      (message) => {
        const { request, response } = message as Required<UndiciMessage>;
        // Others follow those that only inform (103), until one says how the request went.
        if (response.statusCode < 200 && response.statusCode !== SWITCHING) return;
        const exchange = exchanges.get(request);
        const { statusCode, headers } = response;
        exchange?.answered({ statusCode, headers, contentLength: headerOf(headers, 'content-length') });
        if (statusCode === SWITCHING) exchange?.complete();
      },
    ],
    ['undici:request:trailers', (message) => exchanges.get((message as UndiciMessage).request)?.complete()],
    [
      'undici:request:error',
      (message) => {
        const { request, error } = message as UndiciMessage;
        const exchange = exchanges.get(request);
        if (exchange?.isAnswered && isDiscard(error)) exchange.complete();
        else exchange?.failed(failureOf(error, 'aborted'));
      },
    ],
  ];
}

const SWITCHING = 101;

function sets(headers: readonly unknown[] | string, name: string): boolean {
  if (typeof headers === 'string') return `\r\n${headers.toLowerCase()}`.includes(`\r\n${name}:`);
  return headers.some((part, index) => index % 2 === 0 && String(part).toLowerCase() === name);
}

function headerOf(headers: RawHeaders, name: string): string | undefined {
  const at = headers.findIndex((part, index) => index % 2 === 0 && part.toString().toLowerCase() === name);
  return at === -1 ? undefined : headers[at + 1]?.toString();
}
