import type { Batch } from '@scitex/monitoring-contracts';
import pg from 'pg';
import type { WriteResult } from './write-result.js';

export interface BatchWriterOptions {
  readonly url: string;
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  readonly applicationName?: string;
}

export class BatchWriter {
  readonly #pool: pg.Pool;
  constructor({ url, poolSize = 2 }: BatchWriterOptions) {
    this.#pool = new pg.Pool({ connectionString: url, max: poolSize });
  }
  write(batch: Batch): Promise<WriteResult> {
    return Promise.reject(new Error(`Batch ${batch.id} cannot be stored yet.`));
  }
  async close(): Promise<void> {
    await this.#pool.end();
  }
}
