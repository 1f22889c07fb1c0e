import { Connection, type Target } from './connection.ts';

export interface Load {
  readonly connections: number;
  readonly forMs: number;
  /** Ends the load earlier. */
  readonly requests?: number;
}

export interface Saturation {
  /** How many were sent and answered. */
  readonly requests: number;
  readonly perSecond: number;
}

/**
 * Gives the host always some requests to answer: each connection sends its next one once it has its answer. They are
 * kept alive, and never have more than one under way.
 */
export async function saturate(target: Target, load: Load): Promise<Saturation> {
  const { connections, forMs, requests: atMost = Infinity } = load;
  const begin = performance.now();
  let requests = 0;
  const keepBusy = async () => {
    using connection = new Connection(target);
    while (requests < atMost && performance.now() - begin < forMs) {
      requests++;
      await connection.send();
    }
  };
  await Promise.all(Array.from({ length: connections }, keepBusy));
  return { requests, perSecond: requests / ((performance.now() - begin) / 1000) };
}
