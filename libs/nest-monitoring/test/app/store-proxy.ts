import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface StoreProxy {
  /** The store's, through the proxy. */
  readonly url: string;
  /** The store goes away. */
  cut(): void;
  /** It is back. */
  mend(): void;
  close(): void;
}

/** Stands between the module and its store. */
export async function startStoreProxy(storeUrl: string): Promise<StoreProxy> {
  const url = new URL(storeUrl);
  const target = { host: url.hostname, port: Number(url.port) };
  const sockets = new Set<Socket>();
  let isUp = true;
  const server = createServer((client) => {
    if (!isUp) return client.destroy();
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      const other = socket === client ? upstream : client;
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket));
      socket.pipe(other);
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    isUp = false;
    for (const socket of sockets) socket.destroy();
  };
  return { url: url.href, cut, mend: () => void (isUp = true), close: () => (cut(), server.close()) };
}
