import type { Pool } from 'pg';

/** Whatever runs SQL and resolves to its rows; a TypeORM `DataSource` fits as it is. */
export interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** @example await readHealthFigures(fromPool(pool), { from, to }) */
export function fromPool(pool: Pick<Pool, 'query'>): Queryable {
  return { query: async (sql, parameters) => (await pool.query(sql, parameters)).rows };
}

/** Runs one statement, whose rows have the shape `Row`. */
export async function select<Row>(
  db: Queryable,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return (await db.query(sql, [...parameters])) as Row[];
}
