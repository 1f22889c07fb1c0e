import { createTestStore } from '../src/testing/index.js';
import { ROLLUP_KINDS } from '../src/rollups/rollup-kind.js';
import { BatchWriter } from '../src/writer/index.js';

export const NONE = { metrics: 0, errors: 0, apiCalls: 0, activities: 0 };

const TABLES = [
  'system_metric',
  'error_log',
  'api_usage_metric',
  'user_activity',
  'error_group',
  'batch',
  'quarantine',
  'collector',
  ...ROLLUP_KINDS.flatMap(({ name, units }) => ['series', ...units].map((part) => `${name}_${part}`)),
  'visitor',
  'deploy',
  'staff_account',
];

/** A store of its own for a spec file, emptied before each test, and a writer into it. */
export async function openWrittenStore() {
  const store = await createTestStore();
  const writer = new BatchWriter({ url: store.url });
  const sql = (text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
    store.dataSource.query(text, parameters);
  return {
    url: store.url,
    db: store.dataSource,
    writer,
    sql,
    count: async (table: string) =>
      Number((await sql(`SELECT count(*) FROM monitoring.${table}`))[0]?.['count']),
    // DELETE, as TRUNCATE makes a new file for each of the many partitions.
    empty: async () => {
      for (const table of TABLES) await sql(`DELETE FROM monitoring.${table}`);
    },
    close: async () => {
      await writer.close();
      await store.drop();
    },
  };
}

export type WrittenStore = Awaited<ReturnType<typeof openWrittenStore>>;
