import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes rollups of activities by type, of errors by type, and of who was active: users and sessions. `migrate` fills
 * them from the raw rows.
 */
export class RollUpActivities1795400000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VISITORS);
    for (const { name, key, units } of COUNTED) {
      await runner.query(seriesTable(name, `, ${key} text NOT NULL`));
      for (const unit of units) await runner.query(bucketTable(name, unit, 'count bigint NOT NULL'));
    }
    for (const { name, units } of VISITED) {
      await runner.query(seriesTable(name));
      await runner.query(minuteTable(name));
      for (const unit of units) await runner.query(bucketTable(name, unit, ENTRIES));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const counted = COUNTED.flatMap(({ name, units }) =>
      ['series', ...units].map((part) => `${name}_${part}`),
    );
    const visited = VISITED.flatMap(({ name, units }) =>
      ['series', 'minute', ...units].map((part) => `${name}_${part}`),
    );
    const tables = ['visitor', ...counted, ...visited].map((table) => `monitoring.${table}`);
    await runner.query(`DROP TABLE ${tables.join(', ')}`);
    await runner.query(`DROP FUNCTION monitoring.compact_visitors(bytea), monitoring.visitors(bytea),
      monitoring.visitor_entry(text, integer)`);
  }
}

/** How much of a page new rows fill, so that many batches can rewrite them without a change to an index (HOT). */
const FILL_FACTORS = { minute: 100, five_minutes: 85, quarter: 70, hour: 70, day: 50 } as const;

type Unit = keyof typeof FILL_FACTORS;

const COUNTED: readonly { readonly name: string; readonly key: string; readonly units: readonly Unit[] }[] = [
  { name: 'activity', key: 'activity_type', units: ['minute', 'quarter', 'hour', 'day'] },
  { name: 'error', key: 'error_type', units: ['five_minutes', 'hour', 'day'] },
];

const VISITED: readonly { readonly name: string; readonly units: readonly Unit[] }[] = [
  { name: 'active_user', units: ['quarter', 'hour', 'day'] },
  { name: 'active_session', units: ['hour', 'day'] },
];

/** Nothing is gained from compressing hashes, and parts of what is not compressed are read alone. */
const ENTRIES = 'visitors bytea STORAGE EXTERNAL NOT NULL';

const seriesTable = (name: string, key = '') => `
CREATE TABLE monitoring.${name}_series (
  id uuid PRIMARY KEY, app text NOT NULL, environment text NOT NULL, release text${key}
)`;

const bucketTable = (name: string, unit: Unit, figure: string) => `
CREATE TABLE monitoring.${name}_${unit} (
  series_id uuid NOT NULL,
  start timestamptz(3) NOT NULL,
  ${figure},
  PRIMARY KEY (start, series_id)
) WITH (fillfactor = ${FILL_FACTORS[unit]})`;

/** In parts, as a batch that is added to one writes it anew: no part grows long, however much a minute brings. */
const minuteTable = (name: string) => `
CREATE TABLE monitoring.${name}_minute (
  series_id uuid NOT NULL,
  start timestamptz(3) NOT NULL,
  part integer NOT NULL DEFAULT 0,
  ${ENTRIES},
  PRIMARY KEY (start, series_id, part)
)`;

/**
 * An entry is who was there, as a hash of 8 bytes, and how often, in 4: who has several is counted with all of them, up
 * to 2^31 - 1. That two of a million users share a hash has a chance of one in ten millions.
 *
 * Names are kept by the month in which they were seen, and so go without a look at every bucket.
 */
const VISITORS = `
CREATE TABLE monitoring.visitor (
  id bigint NOT NULL,
  month date NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (id, month)
);
COMMENT ON TABLE monitoring.visitor IS 'the users whose hashes active_user counts';

CREATE FUNCTION monitoring.visitor_entry(name text, count integer) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT int8send(hashtextextended(name, 0)) || int4send(count)
$$;

CREATE FUNCTION monitoring.visitors(entries bytea) RETURNS TABLE (id bytea, count bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT substring(entries FROM at FOR 8), sum(get_byte(entries, at + 7) * 16777216::bigint
    + get_byte(entries, at + 8) * 65536 + get_byte(entries, at + 9) * 256 + get_byte(entries, at + 10))::bigint
  FROM generate_series(1, octet_length(entries), 12) AS at GROUP BY 1
$$;

CREATE FUNCTION monitoring.compact_visitors(entries bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(id || int4send(least(count, 2147483647)::integer), ''::bytea ORDER BY id), '')
  FROM monitoring.visitors(entries)
$$;`;
