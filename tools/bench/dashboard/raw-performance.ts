import pg from 'pg';
import { findingOf, inRounds, type Bed, type Finding } from '../bench.ts';
import type { ReadServer } from './read-server.ts';

const CALL = 'performance?hours=168';

/** The points of the last week by plain SQL, as one would write it without rollups. */
const PLAIN = `
  SELECT date_bin('1 hour', timestamp, timestamptz '1970-01-01T00:00:00Z') AS point, sum(weight),
    sum(weight) FILTER (WHERE status_code >= 500), sum(value * weight) / sum(weight), min(value), max(value),
    percentile_cont(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY value)
  FROM monitoring.system_metric
  WHERE metric_type = 'response_time' AND timestamp >= now() - interval '7 days' GROUP BY 1 ORDER BY 1`;

/** One answer of the server, against one of plain SQL. */
export async function rawPerformance(bed: Bed, server: ReadServer, storeUrl: string): Promise<Finding> {
  const client = new pg.Client({ connectionString: storeUrl });
  await client.connect();
  try {
    const headers = { authorization: `Bearer ${await server.signIn()}` };
    const rounds = await inRounds({ ...bed, rounds: 3 }, 1, async () => ({
      reference: await timed(() => client.query(PLAIN)),
      value: await timed(async () =>
        (await fetch(`${server.origin}/monitoring/api/${CALL}`, { headers })).json(),
      ),
    }));
    return findingOf(
      { name: `One answer of ${CALL}`, unit: 'ms', against: 'its points by plain SQL' },
      rounds,
    );
  } finally {
    await client.end();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
