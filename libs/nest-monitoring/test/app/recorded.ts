import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import type { MonitoringService } from '../../src/index.js';

export interface Row {
  readonly app: string;
  readonly metric_type: string;
  readonly endpoint: string;
  readonly method: string | null;
  readonly value: number;
  readonly user_id: string | null;
  readonly trace_id: string;
  readonly error_type: string;
  readonly severity: string;
  readonly message: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What is on the record of a store. */
export class Recorded implements AsyncDisposable {
  private constructor(private readonly store: TestStore) {}

  static async open(): Promise<Recorded> {
    return new Recorded(await createTestStore());
  }

  get url(): string {
    return this.store.url;
  }

  /** The runs of handlers, and not the HTTP requests. */
  async runs(of: MonitoringService): Promise<Row[]> {
    await of.flush();
    return this.rows(`system_metric where metric_type <> 'response_time'`);
  }

  async requests(of: MonitoringService): Promise<Row[]> {
    await of.flush();
    return this.rows(`system_metric where metric_type = 'response_time'`);
  }

  async errors(of: MonitoringService): Promise<Row[]> {
    await of.flush();
    return this.rows('error_log');
  }

  async clear(of: MonitoringService): Promise<void> {
    await of.flush();
    await this.store.dataSource.query('truncate monitoring.system_metric, monitoring.error_log');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store.drop();
  }

  private rows(table: string): Promise<Row[]> {
    return this.store.dataSource.query(`select * from monitoring.${table}`);
  }
}
