import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the answers of outbound calls say of the API's rate limit; of most, nothing, which takes no room. */
export class AddRateLimits1795400000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE monitoring.api_usage_metric ADD COLUMN rate_limit jsonb`);
    await runner.query(NEWEST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE monitoring.api_usage_metric DROP COLUMN rate_limit`);
  }
}

/** Holds the calls alone whose answers said something, which are few. */
const NEWEST = `
CREATE INDEX api_usage_metric_limited ON monitoring.api_usage_metric (api_name, timestamp DESC)
  WHERE rate_limit IS NOT NULL;
COMMENT ON INDEX monitoring.api_usage_metric_limited IS 'readRateLimits: what an API said last of its rate limit'`;
