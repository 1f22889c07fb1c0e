import { createHistogram } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, type Target } from './connection.ts';

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
  using connections = new DisposableStack();
  const idle = Array.from({ length: CONNECTIONS }, () => connections.use(new Connection(target)));
  const due: number[] = [];
  const underWay: Promise<void>[] = [];
  const answerDue = async (connection: Connection) => {
    for (let time = due.shift(); time !== undefined; time = due.shift()) {
      await connection.send();
      latencies.record(Math.max(1, Math.round((performance.now() - time) * MICROSECONDS)));
    }
    idle.push(connection);
  };
  const interval = 1000 / perSecond;
  let next = performance.now();
  for (const end = next + forMs; next < end; await sleep(1)) {
    for (const now = Math.min(performance.now(), end); next < now; next += interval) {
      due.push(next);
      const connection = idle.pop();
      if (connection) underWay.push(answerDue(connection));
    }
  }
  await Promise.all(underWay);
  return latencies.percentile(99) / MICROSECONDS;
}
