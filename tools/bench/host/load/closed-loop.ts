import { Pool } from 'undici';
import { send, type Target } from './request.ts';

/** Sends that many requests, each connection its next one once it has its answer. */
export async function sendAll(target: Target, requests: number, connections: number): Promise<void> {
  let left = requests;
  await onConnections(target, connections, () => left-- > 0);
}

/** How many requests a second the host answers when it always has some to answer. */
export async function saturate(target: Target, connections: number, forMs: number): Promise<number> {
  let sent = 0;
  const begin = performance.now();
  await onConnections(target, connections, () => performance.now() - begin < forMs && ++sent > 0);
  return sent / ((performance.now() - begin) / 1000);
}

/** Connections are kept alive, and never have more than one request under way. */
async function onConnections(target: Target, connections: number, isMore: () => boolean): Promise<void> {
  const pool = new Pool(target.origin, { connections, pipelining: 1 });
  const connection = async () => {
    while (isMore()) await send(pool, target);
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    await pool.destroy();
  }
}
