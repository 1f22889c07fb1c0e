import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rollups: what the requests, and the outbound calls, of a minute, hour or day of UTC amount to.
 *
 * A series is what a bucket counts apart: its source, endpoint, method, outcome. Buckets name it by a hash, so that
 * writers need neither a sequence nor a look-up, and so that a bucket takes a fifth of what the names would.
 */
export class CreateRollups1795400000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HISTOGRAMS);
    await runner.query(SERIES_ID);
    await createRollupTables(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const units = ['series', ...UNITS.map(([unit]) => unit)];
    const tables = KINDS.flatMap((kind) => units.map((unit) => `monitoring.${kind}_${unit}`));
    await runner.query(`DROP TABLE ${tables.join(', ')}`);
    await runner.query(`DROP AGGREGATE monitoring.merged_histogram(bigint[])`);
    await runner.query(`DROP FUNCTION monitoring.series_id(text[]), monitoring.histogram_percentile(bigint[], float8),
      monitoring.merge_histograms(bigint[], bigint[]), monitoring.compact_histogram(bigint[]),
      monitoring.histogram_value(bigint), monitoring.histogram_bin(float8)`);
  }
}

/** For the migration after this one too, whose way back leads here. */
export async function createRollupTables(runner: QueryRunner): Promise<void> {
  await runner.query(SERIES);
  for (const kind of KINDS)
    for (const [unit, room] of UNITS) await runner.query(bucketTable(kind, unit, room));
}

const KINDS = ['request', 'api_call'];

/**
 * How much of a page new rows fill. Those of an hour and a day are rewritten by every batch, and find room for that
 * beside them, so that no index changes (HOT); those of a minute are many, and soon left alone.
 */
const UNITS = [
  ['minute', 100],
  ['hour', 70],
  ['day', 50],
] as const;

const SERIES_ID = `
CREATE FUNCTION monitoring.series_id(parts text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(substring(sha256(convert_to(parts::text, 'UTF8')) FOR 16), 'hex')::uuid
$$;`;

const SERIES = `
CREATE TABLE monitoring.request_series (
  id uuid PRIMARY KEY,
  app text NOT NULL,
  environment text NOT NULL,
  release text,
  endpoint text,
  method text,
  status_code integer
);

CREATE TABLE monitoring.api_call_series (
  id uuid PRIMARY KEY,
  app text NOT NULL,
  environment text NOT NULL,
  release text,
  api_name text NOT NULL,
  endpoint text NOT NULL,
  method text NOT NULL,
  status_code integer,
  success boolean NOT NULL
);`;

/**
 * `satisfied` and `tolerating` are the apdex classes; `sum`, `min` and `max` are milliseconds. Errors need no column: a
 * series has one status, and one success.
 */
const bucketTable = (kind: string, unit: string, fillFactor: number) => `
CREATE TABLE monitoring.${kind}_${unit} (
  series_id uuid NOT NULL,
  start timestamptz(3) NOT NULL,
  count bigint NOT NULL,
  satisfied bigint NOT NULL,
  tolerating bigint NOT NULL,
  sum double precision NOT NULL,
  min double precision NOT NULL,
  max double precision NOT NULL,
  histogram bigint[] NOT NULL,
  PRIMARY KEY (start, series_id)
) WITH (fillfactor = ${fillFactor});`;

/**
 * An entry of a histogram is the number of a bin times 2^41, plus how many values are in it. Bin 0 is below 2^-20
 * (a nanosecond, in milliseconds); after that each power of two has 32 bins of equal width, as HdrHistogram has them:
 * they are told by the first bits of the double, exactly and alike everywhere. The value of a bin is at most 1.6 % off
 * from any in it: the harmonic mean of its bounds.
 *
 * Merging appends, which is cheap, and adds up the entries of a bin only once there are so many entries that a row
 * would soon be too long for its page (TOAST).
 */
const HISTOGRAMS = `
CREATE FUNCTION monitoring.histogram_bin(value float8) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value < 2::float8 ^ -20 THEN 0 ELSE
    get_byte(float8send(least(value, 9007199254740991)), 0) * 512
    + get_byte(float8send(least(value, 9007199254740991)), 1) * 2
    + (get_byte(float8send(least(value, 9007199254740991)), 2) >> 7) - 32095 END::bigint
$$;

CREATE FUNCTION monitoring.histogram_value(bin bigint) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN bin = 0 THEN 0 ELSE 2::float8 ^ ((bin - 1) / 32 - 20)
    * (1 + ((bin - 1) % 32) / 32::float8) * (1 + 1 / (65 + 2 * ((bin - 1) % 32))::float8) END
$$;

CREATE FUNCTION monitoring.compact_histogram(histogram bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg((bin << 41) + least(events, (1::bigint << 41) - 1)::bigint ORDER BY bin), '{}')
  FROM (
    SELECT entry >> 41 AS bin, sum(entry & ((1::bigint << 41) - 1)) AS events
    FROM unnest(histogram) AS entry GROUP BY 1
  ) AS bins
$$;

CREATE FUNCTION monitoring.merge_histograms(a bigint[], b bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN cardinality(a) + cardinality(b) <= 192 THEN a || b
    ELSE monitoring.compact_histogram(a || b) END
$$;

CREATE AGGREGATE monitoring.merged_histogram(bigint[]) (
  SFUNC = monitoring.merge_histograms, STYPE = bigint[], INITCOND = '{}', PARALLEL = SAFE
);

CREATE FUNCTION monitoring.histogram_percentile(histogram bigint[], fraction float8) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT low + (high - low) * (rank - floor(rank)) FROM (
    SELECT min(rank) AS rank, min(value) FILTER (WHERE up_to > floor(rank)) AS low,
      min(value) FILTER (WHERE up_to > ceil(rank)) AS high
    FROM (
      SELECT monitoring.histogram_value(entry >> 41) AS value,
        sum(entry & ((1::bigint << 41) - 1)) OVER (ORDER BY entry >> 41) AS up_to,
        fraction * (sum(entry & ((1::bigint << 41) - 1)) OVER () - 1)::float8 AS rank
      FROM unnest(histogram) AS entry
    ) AS bins
  ) AS ranks
$$;`;
