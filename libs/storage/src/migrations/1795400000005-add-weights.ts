import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many events a row stands for. With a constant default, PostgreSQL neither rewrites the tables nor reads them,
 * and rows of a module that knows of no weights stand for one event each.
 */
export class AddWeights1795400000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`ALTER TABLE monitoring.${table} ADD COLUMN weight integer NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE monitoring.${table} DROP COLUMN weight`);
  }
}

const TABLES = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity'];
