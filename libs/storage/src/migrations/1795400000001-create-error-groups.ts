import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Error groups, which every occurrence updates, and the claims of stored batches. */
export class CreateErrorGroups1795400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERROR_GROUP);
    await runner.query(BATCH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE monitoring.batch, monitoring.error_group`);
    await runner.query(`DROP TYPE monitoring.error_status`);
  }
}

/** The fill factor leaves room in each page, so that counting an occurrence rewrites no index (HOT update). */
const ERROR_GROUP = `
CREATE TYPE monitoring.error_status AS ENUM ('unresolved', 'resolved', 'ignored');

CREATE TABLE monitoring.error_group (
  id uuid PRIMARY KEY,
  fingerprint text NOT NULL,
  app text NOT NULL,
  environment text NOT NULL,
  error_type text NOT NULL,
  title text NOT NULL,
  severity monitoring.severity NOT NULL,
  status monitoring.error_status NOT NULL DEFAULT 'unresolved',
  assignee_id uuid,
  first_seen timestamptz(3) NOT NULL,
  last_seen timestamptz(3) NOT NULL,
  occurrences bigint NOT NULL,
  endpoint text,
  regressed boolean NOT NULL DEFAULT false,
  normalized_message text NOT NULL,
  frames jsonb NOT NULL DEFAULT '[]'
) WITH (fillfactor = 70);

CREATE UNIQUE INDEX error_group_fingerprint
  ON monitoring.error_group (app, environment, fingerprint);
COMMENT ON INDEX monitoring.error_group_fingerprint IS
  'BatchWriter: the group that an occurrence belongs to';`;

const BATCH = `
CREATE TABLE monitoring.batch (
  id uuid PRIMARY KEY,
  claimed_at timestamptz(3) NOT NULL DEFAULT now(),
  app text NOT NULL,
  environment text NOT NULL,
  instance text NOT NULL,
  stored jsonb NOT NULL,
  refused jsonb NOT NULL
);

CREATE INDEX batch_claimed_at ON monitoring.batch (claimed_at);
COMMENT ON INDEX monitoring.batch_claimed_at IS 'maintainPartitions: claims old enough to forget';`;
