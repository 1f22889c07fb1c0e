import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Allowance } from './allowance.js';
import { CATALOGUE } from './catalogue.js';

/**
 * The outside world in one small server on a loopback port of its own: a search index and a registry of papers.
 * A search for `everything` is slow and one for `unavailable` fails, so that callers choose what happens.
 */
@Injectable()
export class ScholarServer implements OnModuleInit, OnApplicationShutdown {
  private readonly server = createServer((request, response) => void answer(request, response));

  async onModuleInit(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  onApplicationShutdown(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const query = url.searchParams.get('q');
  await pause(query === 'everything' ? 1200 + Math.random() * 800 : latency());
  if (query === 'unavailable') return send(response, 503, { error: 'The index is being rebuilt.' });
  if (query !== null) return send(response, 200, search(query));
  const paper = CATALOGUE.find(({ id }) => url.pathname === `/works/${id}`);
  send(response, paper ? 200 : 404, paper ?? { error: 'No such work.' });
}

const allowance = new Allowance();

function search(query: string): unknown {
  if (query === 'everything') return CATALOGUE;
  return CATALOGUE.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
}

/** Milliseconds: mostly 10 to 30, with a thin tail, as networks have. */
function latency(): number {
  return 10 + 20 * Math.random() + 5 / (1 - Math.random() * 0.98);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', ...allowance.take() });
  response.end(JSON.stringify(body));
}
