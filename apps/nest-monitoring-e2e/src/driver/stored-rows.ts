import type { TestStore } from '@scitex/monitoring-storage/testing';
import type { Columns } from '../cases/case.js';
import { userOf } from './trace.js';

export const TABLES = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity'] as const;
export type Table = (typeof TABLES)[number];

/** By table, what one request has to leave. */
export type ExpectedRows = Readonly<Record<Table, readonly Columns[]>>;

/** What a host left in the store. */
export class StoredRows {
  private constructor(private readonly rows: Readonly<Record<Table, readonly Columns[]>>) {}

  static async of(store: TestStore, environment: string): Promise<StoredRows> {
    const read = async (table: Table) => {
      const query = `select * from monitoring.${table} where environment = $1 order by timestamp, id`;
      return [table, await store.dataSource.query(query, [environment])] as const;
    };
    const entries = await Promise.all(TABLES.map(read));
    return new StoredRows(Object.fromEntries(entries) as Record<Table, Columns[]>);
  }

  /** The rows of one request to an app. */
  under(table: Table, app: string, trace: string): readonly Columns[] {
    const [column, value] = table === 'user_activity' ? ['user_id', userOf(trace)] : ['trace_id', trace];
    return this.rows[table].filter((row) => row['app'] === app && row[column] === value);
  }

  /**
   * The trace that a run began: that under which its first call is stored, as the runs of one handler are told apart by
   * what they call, or else its metric.
   */
  traceOfRun(app: string, { api_usage_metric, system_metric }: ExpectedRows): string {
    const [call] = api_usage_metric;
    const [table, columns] = call
      ? (['api_usage_metric', call] as const)
      : (['system_metric', system_metric[0]] as const);
    const row = this.rows[table].find(
      (each) => each['app'] === app && each['endpoint'] === columns?.['endpoint'],
    );
    return String(row?.['trace_id']);
  }

  all(table: Table): readonly Columns[] {
    return this.rows[table];
  }
}
