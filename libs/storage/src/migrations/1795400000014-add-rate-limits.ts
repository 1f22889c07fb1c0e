import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the answers of outbound calls say of the API's rate limit; of most, nothing, which takes no room. */
export class AddRateLimits1795400000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE monitoring.api_usage_metric ADD COLUMN rate_limit jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE monitoring.api_usage_metric DROP COLUMN rate_limit`);
  }
}
