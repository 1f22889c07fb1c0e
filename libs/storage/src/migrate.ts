import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { ensureDaysAhead } from './partitions/ensure-days-ahead.js';
import { fillRollups } from './rollups/fill-rollups.js';

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 7_305_118_429;

/**
 * Brings the store up to date: its schema, every pending migration, rollups of what was stored before there were any,
 * and the partitions of the coming days.
 * Safe with several servers at once: one migrates, the others wait.
 * @param dataSource initialised
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateAlone(dataSource, runner);
  } finally {
    await endSession(runner).finally(() => runner.release());
  }
  await fillRollups(dataSource);
  await ensureDaysAhead(dataSource, new Date());
}

/** Looks before it creates the schema, which takes a right that the account of an existing store may lack. */
async function migrateAlone(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  const rows: unknown[] = await runner.query(`SELECT 1 FROM pg_namespace WHERE nspname = 'monitoring'`);
  if (rows.length === 0) await runner.query('CREATE SCHEMA monitoring');
  await new MigrationExecutor(dataSource, runner).executePendingMigrations();
}

/** The connection goes back to a pool: without the lock, and with the pool's time limit. */
async function endSession(runner: QueryRunner): Promise<void> {
  await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  await runner.query('RESET statement_timeout');
}
