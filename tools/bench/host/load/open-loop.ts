import { createHistogram } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { send, type Target } from './request.ts';

/** More than are ever under way at half load, unless the host stalls: then what waits is part of the latency. */
const CONNECTIONS = 64;
const MICROSECONDS = 1000;

/**
 * Sends requests at a constant rate, whether or not earlier ones are answered, and resolves to the 99th percentile of
 * the latencies in milliseconds. A latency begins when the request was due, so that a host which stalls cannot hide it
 * by being asked less (coordinated omission).
 */
export async function p99AtRate(target: Target, perSecond: number, forMs: number): Promise<number> {
  const latencies = createHistogram();
  const pool = new Pool(target.origin, { connections: CONNECTIONS, pipelining: 1 });
  const underWay: Promise<void>[] = [];
  const interval = 1000 / perSecond;
  const begin = performance.now();
  const end = begin + forMs;
  const sendAt = async (due: number) => {
    await send(pool, target);
    latencies.record(Math.max(1, Math.round((performance.now() - due) * MICROSECONDS)));
  };
  try {
    for (let due = begin; due < end; await sleep(1))
      for (const now = Math.min(performance.now(), end); due < now; due += interval)
        underWay.push(sendAt(due));
    await Promise.all(underWay);
  } finally {
    await pool.destroy();
  }
  return latencies.percentile(99) / MICROSECONDS;
}
