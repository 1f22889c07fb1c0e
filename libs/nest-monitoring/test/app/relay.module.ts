import { Controller, Get, Headers, Module, Param, Query } from '@nestjs/common';
import axios from 'axios';
import { once } from 'node:events';
import http, { type RequestOptions } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import undici from 'undici';

type Extra = Readonly<Record<string, string>>;
type Client = (url: string, extra: Extra) => Promise<unknown>;

async function byHttp(url: string, options: RequestOptions): Promise<unknown> {
  const [response] = (await once(http.get(url, options), 'response')) as [http.IncomingMessage];
  return response.toArray();
}

/** Every client that a host may call others with. */
export const CLIENTS: Readonly<Record<string, Client>> = {
  fetch: async (url, headers) => (await fetch(url, { headers })).text(),
  undici: async (url, headers) => (await undici.request(url, { headers })).body.text(),
  http: (url, headers) => byHttp(url, { headers }),
  'http with a list of headers': (url, headers) =>
    byHttp(url, { headers: ['host', new URL(url).host, ...Object.entries(headers).flat()] }),
  'http that expects to continue': (url, headers) =>
    byHttp(url, { headers: { ...headers, expect: '100-continue' } }),
  axios: (url, headers) => axios.get(url, { headers }),
};

/** A host that calls another service for its callers. */
@Controller('relay')
class RelayController {
  @Get(':client')
  async relay(
    @Param('client') client: string,
    @Query('to') to: string,
    @Query('times') times: string | undefined,
    @Headers('x-own') own: string | undefined,
  ) {
    const extra: Extra = own === undefined ? {} : (JSON.parse(own) as Extra);
    for (let call = 0; call < Number(times ?? 1); call++) {
      await setTimeout(Math.random() * 5);
      await CLIENTS[client]?.(to, extra);
    }
    if (to.includes('fail')) throw new Error('relayed, and then failed');
    return {};
  }
}

@Module({ controllers: [RelayController] })
export class RelayModule {}
