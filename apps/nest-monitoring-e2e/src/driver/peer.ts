import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that hosts call. */
export interface Peer {
  readonly url: string;
  /** The `traceparent` that each path was called with, so far. */
  readonly received: ReadonlyMap<string, string | undefined>;
  close(): void;
}

export async function startPeer(): Promise<Peer> {
  const received = new Map<string, string | undefined>();
  const server = createServer(({ url = '', headers }, response) => {
    received.set(url, headers['traceparent'] as string | undefined);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, received, close };
}
