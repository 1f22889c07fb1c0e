import { createServer, type AddressInfo } from 'node:net';

/** `forbidden`: for this user. `elsewhere`: the address is none of this machine's. */
export type PortState = 'free' | 'taken' | 'forbidden' | 'elsewhere';

const STATES: Readonly<Record<string, PortState>> = {
  EADDRINUSE: 'taken',
  EACCES: 'forbidden',
  EADDRNOTAVAIL: 'elsewhere',
  ENOTFOUND: 'elsewhere',
  EAI_AGAIN: 'elsewhere',
};

/** Whether this process could listen on the port now, and why not. */
export async function portState(port: number, host: string): Promise<PortState> {
  return listenOnce(port, host).then(
    () => 'free',
    (error: NodeJS.ErrnoException) => {
      const state = STATES[error.code ?? ''];
      if (state) return state;
      throw error;
    },
  );
}

export async function isPortFree(port: number, host: string): Promise<boolean> {
  return (await portState(port, host)) === 'free';
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
