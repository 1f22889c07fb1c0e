import { Pool } from 'undici';
import { send, type Target } from './request.ts';

export interface Saturation {
  /** How many were sent and answered. */
  readonly requests: number;
  readonly perSecond: number;
}

/**
 * Gives the host always some requests to answer: each connection sends its next one once it has its answer. They are
 * kept alive, and never have more than one under way.
 */
export async function saturate(target: Target, connections: number, forMs: number): Promise<Saturation> {
  const pool = new Pool(target.origin, { connections, pipelining: 1 });
  const begin = performance.now();
  let requests = 0;
  const connection = async () => {
    while (performance.now() - begin < forMs) {
      await send(pool, target);
      requests++;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
    return { requests, perSecond: requests / ((performance.now() - begin) / 1000) };
  } finally {
    await pool.destroy();
  }
}
