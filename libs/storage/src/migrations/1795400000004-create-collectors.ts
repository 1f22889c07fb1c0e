import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the processes that capture say of themselves. */
export class CreateCollectors1795400000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLLECTOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE monitoring.collector`);
  }
}

/**
 * One row a run of a process, so that two that share the name of an instance, or one that starts again, hide nothing
 * of each other. Every row is rewritten twelve times a minute: no index but the key, and room in each page for the
 * next version of its rows (HOT update).
 */
const COLLECTOR = `
CREATE TABLE monitoring.collector (
  id uuid PRIMARY KEY,
  app text NOT NULL,
  environment text NOT NULL,
  release text,
  instance text NOT NULL,
  started_at timestamptz(3) NOT NULL,
  reported_at timestamptz(3) NOT NULL,
  stopped_at timestamptz(3),
  uptime double precision NOT NULL,
  captured bigint NOT NULL,
  stored bigint NOT NULL,
  buffered bigint NOT NULL,
  spooled bigint NOT NULL,
  dropped jsonb NOT NULL,
  dropped_at timestamptz(3),
  kinds jsonb NOT NULL,
  cost jsonb NOT NULL,
  mode text NOT NULL CHECK (mode IN ('full', 'reduced', 'sampled')),
  mode_since timestamptz(3) NOT NULL,
  event_loop_delay_p99 double precision
) WITH (fillfactor = 50);`;
