import { once } from 'node:events';
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** Every way in which another system may answer, by the first segment of the path. */
const MOODS: Readonly<Record<string, RequestListener>> = {
  ok: (_request, response) => void response.writeHead(200, { 'content-length': 2 }).end('{}'),
  chunked: (_request, response) => void (response.write('{'), response.end('}')),
  empty: (_request, response) => void response.writeHead(204).end(),
  hinted: (_request, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' });
    response.writeHead(404, { 'content-length': 0 }).end();
  },
  missing: (_request, response) => void response.writeHead(404, { 'content-length': 0 }).end(),
  broken: (_request, response) => void response.writeHead(500, { 'content-length': 0 }).end(),
  moved: (_request, response) => void response.writeHead(302, { location: '/ok', 'content-length': 0 }).end(),
  silent: () => undefined,
  'hangs-up': ({ socket }) => void socket.destroy(),
  'resets-the-head': ({ socket }) =>
    void socket.write('HTTP/1.1 200 OK\r\ncontent-', () => socket.resetAndDestroy()),
  rubbish: ({ socket }) => void socket.end('SMTP ready when you are\r\n\r\n'),
  endless: (_request, response) => void response.write('{'),
  'cuts-the-body': ({ socket }, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{', () => setImmediate(() => socket.destroy()));
  },
};

export interface MoodyApi {
  readonly origin: string;
  readonly secureOrigin: string;
  /** Nobody listens there. */
  readonly closedOrigin: string;
  close(): void;
}

export async function startMoodyApi(): Promise<MoodyApi> {
  const listen: RequestListener = (request, response) =>
    MOODS[request.url?.split(/[/?]/)[1] ?? '']?.(request, response);
  const servers = [createHttp(listen), createHttps(await selfSigned(), listen), createHttp()] as const;
  const [open, secure, closed] = await Promise.all(servers.map((server) => portOf(server)));
  await new Promise((resolve) => servers[2].close(resolve));
  return {
    origin: `http://127.0.0.1:${open}`,
    secureOrigin: `https://127.0.0.1:${secure}`,
    closedOrigin: `http://127.0.0.1:${closed}`,
    close: () => servers.forEach((server) => (server.closeAllConnections(), server.close())),
  };
}

async function portOf(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** Signed by nobody else, and so trusted by nobody. */
async function selfSigned(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return { key, cert };
}
