import { quantile } from '../statistics.ts';

const READERS = 8;
const APPS = ['', '&app=portal', '', '&app=search', '', '&app=billing', '', ''];

export interface Reading {
  readonly origin: string;
  readonly token: string;
  /** Below the API's base. */
  readonly call: string;
  readonly forMs: number;
}

/** Lets eight staff ask for one call again and again, some of one app alone. @returns the 95th percentile, in ms */
export async function p95Of({ origin, token, call, forMs }: Reading): Promise<number> {
  const latencies: number[] = [];
  const end = performance.now() + forMs;
  const headers = { authorization: `Bearer ${token}` };
  const read = async (_: unknown, reader: number) => {
    while (performance.now() < end) {
      const begin = performance.now();
      const answer = await fetch(`${origin}/monitoring/api/${call}${APPS[reader]}`, { headers });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${call} answered ${answer.status}`);
      latencies.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: READERS }, read));
  return quantile(latencies, 0.95);
}
