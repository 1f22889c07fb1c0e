import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an outbound call got no whole answer; the parent's column is its partitions' too. */
export class AddCallFailure1795400000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE monitoring.api_usage_metric ADD COLUMN failure text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE monitoring.api_usage_metric DROP COLUMN failure`);
  }
}
