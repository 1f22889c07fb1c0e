import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The function that makes the partitions of a day. */
export class CreatePartitions1795400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENSURE_PARTITION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION monitoring.ensure_partition(date)`);
  }
}

/**
 * True when the day has its partitions, made now or before; false for a day more than 400 days back or
 * 3 days ahead, so that a wrong clock or a hostile timestamp makes no tables.
 *
 * A table is made on its own and then attached, which lets reads and writes of the parent go on. The
 * advisory lock keeps two instances from making the same day. SECURITY DEFINER: a writer needs no right
 * to create tables. Bounds are spelled in UTC, whatever the session's TimeZone and DateStyle.
 */
const ENSURE_PARTITION = `
CREATE FUNCTION monitoring.ensure_partition(day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  today date := (now() AT TIME ZONE 'UTC')::date;
  parent text;
  part text;
BEGIN
  IF day IS NULL OR day < today - 400 OR day > today + 3 THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('monitoring.ensure_partition', 0));
  FOREACH parent IN ARRAY ARRAY['system_metric', 'error_log', 'api_usage_metric', 'user_activity'] LOOP
    part := parent || to_char(day, '_YYYYMMDD');
    CONTINUE WHEN to_regclass('monitoring.' || part) IS NOT NULL;
    EXECUTE format('CREATE TABLE monitoring.%I (LIKE monitoring.%I INCLUDING DEFAULTS)', part, parent);
    EXECUTE format(
      'ALTER TABLE monitoring.%I ATTACH PARTITION monitoring.%I FOR VALUES FROM (%L) TO (%L)',
      parent, part,
      to_char(day, 'YYYY-MM-DD') || 'T00:00:00Z', to_char(day + 1, 'YYYY-MM-DD') || 'T00:00:00Z');
  END LOOP;
  RETURN true;
END $$`;
