import { select, type Queryable } from '../queryable.js';

/** Runs a statement that always answers exactly one row, such as an aggregate without GROUP BY. */
export async function selectOne<Row>(
  db: Queryable,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row> {
  return onlyRow(await select<Row>(db, sql, parameters));
}

/** The row of such a statement. */
export function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('The store answered no row to an aggregate, which always has one.');
  return row;
}
