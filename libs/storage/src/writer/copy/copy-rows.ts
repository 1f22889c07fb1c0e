import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import type { Row, Table } from '../tables/table.js';
import { binaryRows } from './binary-rows.js';
import { copyIn } from './copy-in.js';

/** Stores rows through COPY: PostgreSQL plans nothing, parses nothing but JSON, and logs them a page at a time. */
export async function copyRows<Event>(
  client: ClientBase,
  table: Table<Event>,
  source: Source,
  rows: Iterable<Row>,
): Promise<void> {
  const columns = [...table.source, ...Object.keys(table.columns)];
  const sql = `COPY monitoring.${table.name} (${columns.join(', ')}) FROM STDIN (FORMAT binary)`;
  await copyIn(client, sql, binaryRows(table, source, rows));
}
