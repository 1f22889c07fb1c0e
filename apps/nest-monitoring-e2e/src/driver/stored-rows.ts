import type { TestStore } from '@scitex/monitoring-storage/testing';
import type { Columns } from '../cases/case.js';
import { userOf } from './trace.js';

export const TABLES = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity'] as const;
export type Table = (typeof TABLES)[number];

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

  count(table: Table): number {
    return this.rows[table].length;
  }

  all(table: Table): readonly Columns[] {
    return this.rows[table];
  }
}
