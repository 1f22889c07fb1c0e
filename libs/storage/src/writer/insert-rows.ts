import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import type { Row, Table } from './tables/table.js';

/** Stores rows in one statement, as an array for each column: several times as fast as a list of VALUES. */
export async function insertRows<Event>(
  client: ClientBase,
  table: Table<Event>,
  source: Source,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(table.columns);
  const arrays = columns.map((column) => rows.map((row) => row[column]));
  await client.query(statement(table), [...table.source.map((column) => source[column]), ...arrays]);
}

function statement<Event>({ name, source, columns }: Table<Event>): string {
  const shared = source.map((_, index) => `$${index + 1}`);
  const arrays = Object.values(columns).map((type, index) => `$${source.length + index + 1}::${type}[]`);
  return `INSERT INTO monitoring.${name} (${[...source, ...Object.keys(columns)].join(', ')})
    SELECT ${shared.join(', ')}, row.* FROM unnest(${arrays.join(', ')}) AS row`;
}
