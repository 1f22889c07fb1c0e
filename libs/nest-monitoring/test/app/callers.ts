import axios, { type AxiosRequestConfig } from 'axios';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import undici from 'undici';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds that the caller waits for the answer, or for the rest of it, by the means of its client. */
  readonly timeout?: number;
  /** When the headers of the answer are in. */
  onHeaders?(): void;
}

export interface Caller {
  /** Calls, and reads the whole answer. */
  call(url: string, options: CallOptions): Promise<unknown>;
  readonly followsRedirects: boolean;
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

const ofUndici = ({ signal, timeout }: CallOptions) => ({
  method: 'GET' as const,
  signal: signal ?? null,
  headersTimeout: timeout ?? 0,
  bodyTimeout: timeout ?? 0,
});

async function byAxios(url: string, adapter: 'http' | 'fetch', options: CallOptions): Promise<unknown> {
  const { signal, timeout, onHeaders } = options;
  const config: AxiosRequestConfig = { adapter, ...(signal && { signal }), timeout: timeout ?? 0 };
  if (!onHeaders) return axios.get(url, config);
  // As a stream: axios tells of the headers only together with the body otherwise.
  const { data } = await axios.get<AsyncIterable<unknown>>(url, { ...config, responseType: 'stream' });
  onHeaders();
  for await (const chunk of data) void chunk;
  return undefined;
}

async function byHttp(url: string, { signal, timeout, onHeaders }: CallOptions): Promise<unknown> {
  const { get } = url.startsWith('https:') ? https : http;
  const request = get(url, { ...(signal && { signal }), ...(timeout !== undefined && { timeout }) });
  request.on('timeout', () => request.destroy());
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  onHeaders?.();
  return response.toArray();
}

async function byFetch(url: string, { signal, timeout, onHeaders }: CallOptions): Promise<unknown> {
  const limit = timeout === undefined ? signal : AbortSignal.timeout(timeout);
  const response = await fetch(url, limit ? { signal: limit } : {});
  onHeaders?.();
  return response.text();
}

/** Every client that a host may call others with, each read to the end. */
export const CALLERS: Readonly<Record<string, Caller>> = {
  fetch: { followsRedirects: true, call: byFetch },
  'undici.request': {
    followsRedirects: false,
    call: async (url, options) => {
      const { body } = await undici.request(url, ofUndici(options));
      options.onHeaders?.();
      return body.text();
    },
  },
  'undici.stream': {
    followsRedirects: false,
    call: (url, options) => undici.stream(url, ofUndici(options), () => (options.onHeaders?.(), nowhere())),
  },
  'undici.pipeline': {
    followsRedirects: false,
    call: (url, options) => {
      const duplex = undici.pipeline(url, ofUndici(options), ({ body }) => (options.onHeaders?.(), body));
      return finished(duplex.end().resume());
    },
  },
  'node:http': { followsRedirects: false, call: byHttp },
  axios: { followsRedirects: true, call: (url, options) => byAxios(url, 'http', options) },
  'axios by fetch': { followsRedirects: true, call: (url, options) => byAxios(url, 'fetch', options) },
};
