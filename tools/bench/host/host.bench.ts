import { median, type Bench, type Round } from '../bench.ts';
import { startHost } from './host.ts';
import { load, request } from './load.ts';

/** Short rounds and many: what else the machine does in one of them meets both hosts alike, or one that counts little. */
const ROUNDS = 24;
const WARM_UP_ROUNDS = 3;
const REQUESTS = 800;
const CONNECTIONS = 8;

/**
 * CPU that the module adds to a small request of a Nest app on Express, what it stores afterwards included, against
 * what the request takes without it. The hosts take turns, each being first in every other round.
 */
const hostBench =
  (name: string, path: string, status: number): Bench =>
  async (storeUrl, stop) => {
    await using plain = await startHost();
    await using monitored = await startHost(storeUrl);
    const rounds: Round[] = [];
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      stop.throwIfAborted();
      const cpu = { plain: 0, monitored: 0 };
      const hosts = [['plain', plain] as const, ['monitored', monitored] as const];
      for (const [which, { url }] of round % 2 ? hosts : hosts.toReversed())
        cpu[which] = await cpuPerRequest(url, path, status);
      if (round >= 0) rounds.push({ value: cpu.monitored - cpu.plain, reference: cpu.plain });
    }
    const reference = median(rounds.map((round) => round.reference));
    const value = median(rounds.map((round) => round.value));
    return {
      name,
      unit: 'µs CPU',
      value,
      reference,
      against: 'the request without it',
      ratio: value / reference,
    };
  };

export const answeredBench = hostBench('The module, on a request', '/papers/7', 200);
export const failedBench = hostBench('The module, on a request that throws', '/papers/7/broken', 500);

/** Microseconds. */
async function cpuPerRequest(url: string, path: string, status: number): Promise<number> {
  const before = Number(await request(`${url}/cpu`));
  await load(url + path, { requests: REQUESTS, connections: CONNECTIONS, status });
  return (Number(await request(`${url}/cpu`)) - before) / REQUESTS;
}
