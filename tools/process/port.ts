import { createServer, type AddressInfo } from 'node:net';

/** Whether this process could listen on the port now. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  return listenOnce(port, host).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
      throw error;
    },
  );
}

/** The first free port from `first` on within a hundred, else any. */
export async function findFreePort(first: number, host = '127.0.0.1'): Promise<number> {
  for (let port = first; port < Math.min(first + 100, 65_536); port++) {
    if (await isPortFree(port, host)) return port;
  }
  return anyFreePort(host);
}

export async function anyFreePort(host = '127.0.0.1'): Promise<number> {
  return listenOnce(0, host);
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: bound } = server.address() as AddressInfo;
      server.close(() => resolve(bound));
    });
  });
}
