import { ClientRequest } from 'node:http';
import { guarded } from '../../context/guarded.js';
import type { TraceHeaders } from './trace-headers.js';

/** What a call carries beside its own headers. */
export type ExtraHeaders = (request: ClientRequest, sets: (name: string) => boolean) => TraceHeaders;

/** Where Node writes the head of a request, in whichever form its headers were given. */
interface Writer {
  _storeHeader(firstLine: string, headers: unknown): void;
}

const sources = new Set<ExtraHeaders>();
let isInstalled = false;

/**
 * Adds headers to the requests of node:http and node:https, just before their head is written.
 *
 * Why not at the channel `http.client.request.created`: Node 20 does not have it, and on later ones it comes after the
 * head was written where headers were given as a list, or with `expect: 100-continue`.
 * @returns how to stop it
 */
export function addClientHeaders(source: ExtraHeaders): () => void {
  install();
  sources.add(source);
  return () => sources.delete(source);
}

function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  const prototype = ClientRequest.prototype as unknown as Writer;
  const { _storeHeader } = prototype;
  prototype._storeHeader = function (this: ClientRequest, firstLine, headers) {
    let extended = headers;
    for (const source of sources) guarded(() => (extended = extend(this, extended, source)));
    _storeHeader.call(this as unknown as Writer, firstLine, extended);
  };
}

/** Node takes a list of names and values, a list of pairs, or the headers that were set on the request. */
function extend(request: ClientRequest, headers: unknown, source: ExtraHeaders): unknown {
  if (!Array.isArray(headers)) {
    for (const [name, value] of source(request, (name) => request.hasHeader(name)))
      request.setHeader(name, value);
    return headers;
  }
  const texts = (headers as unknown[]).flat(2).map((text) => String(text).toLowerCase());
  const extra = source(request, (name) => texts.includes(name));
  return [...(headers as unknown[]), ...(Array.isArray(headers[0]) ? extra : extra.flat())];
}
