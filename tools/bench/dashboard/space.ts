import pg from 'pg';
import { findingOf, type Finding } from '../bench.ts';
import { IS_ROLLUP } from '../rollup-tables.ts';

const MEBIBYTE = 2 ** 20;
const MOST = 0.05;

/** Tables of rollups, and the raw rows that they are made of; partitions count with their parents. */
const SIZES = `
  SELECT coalesce(sum(pg_total_relation_size(oid)) FILTER (WHERE ${IS_ROLLUP}), 0)::float8 AS rollups,
    coalesce(sum(pg_total_relation_size(oid)) FILTER (
      WHERE relname ~ '^(system_metric|api_usage_metric|error_log|user_activity)'), 0)::float8 AS raw
  FROM pg_class WHERE relnamespace = 'monitoring'::regnamespace AND relkind = 'r'`;

/** What the rollups take of the disk, against their raw rows. */
export async function spaceOf(storeUrl: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: storeUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ rollups: number; raw: number }>(SIZES);
    const rounds = rows.map(({ rollups, raw }) => ({ value: rollups / MEBIBYTE, reference: raw / MEBIBYTE }));
    const goal = { of: 'ratio', bound: 'at most', limit: MOST } as const;
    return [findingOf({ name: 'Space of the rollups', unit: 'MiB', against: 'the raw rows', goal }, rounds)];
  } finally {
    await client.end();
  }
}
