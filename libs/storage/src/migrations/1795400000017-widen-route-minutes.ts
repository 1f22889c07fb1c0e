import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bucketTable } from './1795400000009-roll-up-totals.js';

const KINDS = ['request', 'api_call'];

/**
 * Gives routes, and what was called, buckets of five minutes for the whole retention in place of minutes for a day: the
 * edges of a window of weeks are then at most five minutes of raw rows each, rather than an hour.
 *
 * The days go too, by which `migrate` knows that the tables are to be filled from the raw rows.
 */
export class WidenRouteMinutes1795400000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const kind of KINDS) {
      await runner.query(`DROP TABLE monitoring.${kind}_minute`);
      await runner.query(bucketTable(kind, 'five_minutes'));
      await runner.query(`TRUNCATE monitoring.${kind}_day`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const kind of KINDS) {
      await runner.query(`DROP TABLE monitoring.${kind}_five_minutes`);
      await runner.query(bucketTable(kind, 'minute'));
      await runner.query(`TRUNCATE monitoring.${kind}_day`);
    }
  }
}
