import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the store refused, and why. */
export class CreateQuarantine1795400000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUARANTINE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE monitoring.quarantine`);
  }
}

/** One row for each reason, however many events it is about: whatever an app sends, the table stays small. */
const QUARANTINE = `
CREATE TABLE monitoring.quarantine (
  app text NOT NULL,
  environment text NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  instance text NOT NULL,
  occurrences bigint NOT NULL,
  first_seen timestamptz(3) NOT NULL DEFAULT now(),
  last_seen timestamptz(3) NOT NULL DEFAULT now(),
  example jsonb NOT NULL,
  PRIMARY KEY (app, environment, kind, reason)
);
COMMENT ON TABLE monitoring.quarantine IS
  'Events that could not be stored, counted by reason, each with the last example';`;
