import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The limits of the health checks that an environment has of its own; '' stands for all environments. A row stays once
 * its limits are reset, as its version counts on.
 */
export class CreateThresholds1795400000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(THRESHOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE monitoring.threshold');
  }
}

const THRESHOLD = `
CREATE TABLE monitoring.threshold (
  environment text PRIMARY KEY,
  version integer NOT NULL CHECK (version > 0),
  own jsonb NOT NULL CHECK (jsonb_typeof(own) = 'array'),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES monitoring.staff_account (id) ON DELETE SET NULL
)`;
