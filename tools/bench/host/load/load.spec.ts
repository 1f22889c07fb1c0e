import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { saturate } from './closed-loop.ts';
import { p99AtRate } from './open-loop.ts';

describe('the load driver', () => {
  let server: Server;
  let answer: (response: ServerResponse) => unknown;
  let asked: number;
  let origin: string;

  beforeEach(async () => {
    asked = 0;
    answer = (response) => response.end('yes');
    server = createServer((_request, response) => {
      asked++;
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const target = () => ({ origin, path: '/', status: 200 });

  it('keeps each connection busy, and counts what is answered', async () => {
    const connections = new Set<unknown>();
    server.on('connection', (socket) => connections.add(socket));
    const { requests, perSecond } = await saturate(target(), { connections: 4, forMs: 100 });
    expect(connections.size).toBe(4);
    expect(requests).toBe(asked);
    expect(perSecond).toBeLessThanOrEqual(requests / 0.1);
  });

  it('sends no more than it is told', async () => {
    const { requests } = await saturate(target(), { connections: 4, forMs: 60_000, requests: 50 });
    expect(requests).toBe(50);
    expect(asked).toBe(50);
  });

  it('stops at an answer of another status', async () => {
    answer = (response) => response.writeHead(503).end();
    await expect(saturate(target(), { connections: 1, forMs: 1000 })).rejects.toThrow(/answered 503/);
  });

  it('goes on sending at its rate while nothing is answered, and counts the wait as latency', async () => {
    const held: ServerResponse[] = [];
    answer = (response) => {
      held.push(response);
      if (held.length === 10) for (const each of held) each.end();
    };
    const p99 = await p99AtRate(target(), 100, 95);
    expect(asked).toBe(10);
    // The first was due nine intervals of 10 ms before the tenth, with which it is answered.
    expect(p99).toBeGreaterThanOrEqual(80);
  });
});
