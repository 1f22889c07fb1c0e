import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the lists of raw rows need beside the indexes that there are: the metrics of a window whatever their type, the
 * rows of one user and of one trace, and the slowest. Rows without a user or a trace are in no index of those.
 */
export class CreateRecordIndexes1795400000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, table, on, serves } of INDEXES) {
      await runner.query(`CREATE INDEX ${name} ON monitoring.${table} ${on}`);
      await runner.query(`COMMENT ON INDEX monitoring.${name} IS '${serves}'`);
    }
    // The index of all metrics of a window finds those that are requests, as most are.
    await runner.query(`DROP INDEX monitoring.system_metric_requests`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX system_metric_requests ON monitoring.system_metric (timestamp)
       WHERE metric_type = 'response_time'`,
    );
    await runner.query(
      `COMMENT ON INDEX monitoring.system_metric_requests IS
         'readHealthFigures, readPerformance: the requests of a window'`,
    );
    for (const { name } of INDEXES) await runner.query(`DROP INDEX monitoring.${name}`);
  }
}

interface Index {
  readonly name: string;
  readonly table: string;
  readonly on: string;
  /** The query that needs it. */
  readonly serves: string;
}

const ofUser = (table: string): Index => ({
  name: `${table}_user`,
  table,
  on: '(user_id, timestamp) WHERE user_id IS NOT NULL',
  serves: 'listRecords: the rows of one user, newest first',
});

const ofTrace = (table: string): Index => ({
  name: `${table}_trace`,
  table,
  // A trace is asked for by equality alone: a hash is half as large, and takes half as long to write.
  on: 'USING hash (trace_id) WHERE trace_id IS NOT NULL',
  serves: 'listRecords: the rows of one trace',
});

const sorted = (table: string, column: string): Index => ({
  name: `${table}_${column}`,
  table,
  on: `(${column})`,
  serves: `listRecords: the rows by ${column}, such as the slowest`,
});

const INDEXES: readonly Index[] = [
  {
    name: 'system_metric_timestamp',
    table: 'system_metric',
    on: '(timestamp)',
    serves: 'listRecords, readHealthFigures, rollups: the metrics of a window',
  },
  ...['system_metric', 'error_log', 'user_activity'].map(ofUser),
  ...['system_metric', 'error_log', 'api_usage_metric'].map(ofTrace),
  sorted('system_metric', 'value'),
  sorted('api_usage_metric', 'response_time'),
];
