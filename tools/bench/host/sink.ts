import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Swallows what monitors send, and answers each as if it had stored it. */
export interface Sink extends AsyncDisposable {
  readonly origin: string;
  /** Bytes that came in under a path that begins with `/<name>/`. */
  received(name: string): number;
}

export async function startSink(): Promise<Sink> {
  const bytes = new Map<string, number>();
  const server = createServer((request, response) => {
    const [, name = ''] = request.url?.split('/') ?? [];
    request.on('data', (chunk: Buffer) => bytes.set(name, (bytes.get(name) ?? 0) + chunk.length));
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received: (name) => bytes.get(name) ?? 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
