import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRollupTables } from './1795400000008-create-rollups.js';

/**
 * Makes rollups of all requests, and of all calls of an API, beside those by route and by what was called; and lets a
 * series have every status, counted apart within its buckets, so that there are a third as many of them.
 *
 * What was there goes: `migrate` fills the new tables from the raw rows.
 */
export class RollUpTotals1795400000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await dropAll(runner, ['request', 'api_call'], ['series', 'minute', 'hour', 'day']);
    for (const [kind, { keys, units }] of Object.entries(KINDS)) {
      await runner.query(seriesTable(kind, keys));
      for (const unit of units) await runner.query(bucketTable(kind, unit));
    }
    await runner.query(FAILED_CALLS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX monitoring.api_usage_metric_failed');
    for (const [kind, { units }] of Object.entries(KINDS))
      await dropAll(runner, [kind], ['series', ...units]);
    await createRollupTables(runner);
  }
}

type Unit = keyof typeof FILL_FACTORS;

/**
 * How much of a page new rows fill. Those that many batches rewrite find room for that beside them, so that no index
 * changes (HOT); the minutes of routes are many, and soon left alone.
 */
const FILL_FACTORS = { minute: 100, five_minutes: 85, quarter: 70, hour: 70, day: 50 } as const;

const KINDS: Record<string, { readonly keys: string; readonly units: readonly Unit[] }> = {
  request: { keys: ', endpoint text, method text', units: ['minute', 'hour', 'day'] },
  request_total: { keys: '', units: ['minute', 'quarter', 'hour', 'day'] },
  api_call: {
    keys: ', api_name text NOT NULL, endpoint text NOT NULL, method text NOT NULL',
    units: ['minute', 'hour', 'day'],
  },
  api_total: { keys: ', api_name text NOT NULL', units: ['minute', 'quarter', 'hour', 'day'] },
};

const seriesTable = (kind: string, keys: string) => `
CREATE TABLE monitoring.${kind}_series (
  id uuid PRIMARY KEY, app text NOT NULL, environment text NOT NULL, release text${keys}
)`;

/**
 * `failed`: requests answered with 500 or more, calls without success. `satisfied` and `tolerating` are the apdex
 * classes; `sum`, `min` and `max` are milliseconds. `statuses` is made like a histogram, of status codes.
 */
export const bucketTable = (kind: string, unit: Unit) => `
CREATE TABLE monitoring.${kind}_${unit} (
  series_id uuid NOT NULL,
  start timestamptz(3) NOT NULL,
  count bigint NOT NULL,
  failed bigint NOT NULL,
  satisfied bigint NOT NULL,
  tolerating bigint NOT NULL,
  sum double precision NOT NULL,
  min double precision NOT NULL,
  max double precision NOT NULL,
  histogram bigint[] NOT NULL,
  statuses bigint[] NOT NULL,
  PRIMARY KEY (start, series_id)
) WITH (fillfactor = ${FILL_FACTORS[unit]})`;

/** The last failure of an API, however long ago. */
const FAILED_CALLS = `
CREATE INDEX api_usage_metric_failed ON monitoring.api_usage_metric (api_name, timestamp DESC) WHERE NOT success;
COMMENT ON INDEX monitoring.api_usage_metric_failed IS 'what failed last: the newest failures of an API'`;

async function dropAll(
  runner: QueryRunner,
  kinds: readonly string[],
  parts: readonly string[],
): Promise<void> {
  const tables = kinds.flatMap((kind) => parts.map((part) => `monitoring.${kind}_${part}`));
  await runner.query(`DROP TABLE ${tables.join(', ')}`);
}
