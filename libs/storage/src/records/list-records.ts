import { createHash } from 'node:crypto';
import type { RecordList, RecordModel, RecordRow } from '@scitex/monitoring-contracts';
import { decodeCursor, encodeCursor, type Position } from '../queries/cursor.js';
import { rowOf, rowsOf } from '../queries/fragments.js';
import { selectOne } from '../queries/select-one.js';
import { toPage } from '../queries/to-page.js';
import type { Queryable } from '../queryable.js';
import { countRecords } from './count-records.js';
import { LIMITS, type Limits } from './limits.js';
import { narrow, type Narrowing } from './narrowing.js';
import { ConditionWriter } from './record-condition.js';
import { columnSql, rowColumns, tableOf } from './record-sql.js';

export interface RecordQuery extends Narrowing {
  /** One of the model's `sortsOf`. */
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  readonly pageSize: number;
  readonly cursor?: string | undefined;
}

/** Milliseconds since 1970 that a Date can hold. */
const MAX_DATE = 8.64e15;

interface Answer {
  readonly rows: { sortValue: number; item: RecordRow }[];
  /** The last row that was read, where there may be matches behind it. */
  readonly horizon: Position | null;
}

/**
 * A page of the rows that match. Equal sort values are ordered by id, so that pages neither repeat nor leave out a row,
 * whatever arrives meanwhile. A page that came out short at the limit leads on behind the last row that was read.
 * @throws InvalidCursorError for the cursor of another sort or narrowing too
 */
export async function listRecords(
  db: Queryable,
  model: RecordModel,
  query: RecordQuery,
  limits = LIMITS,
): Promise<RecordList> {
  const list = listName(model, query);
  const after =
    query.cursor === undefined ? undefined : decodeCursor(list, query.cursor, accepts(query.sort));
  const { rows, horizon } = await readPage(db, model, query, after, limits);
  const isWhole = !after && rows.length <= query.pageSize;
  const count = isWhole
    ? { total: rows.length, totalIsExact: horizon === null }
    : await countRecords(db, model, query, limits.counted);
  const page = toPage(list, rows, query.pageSize);
  if (!horizon) return { ...page, ...count, searchedTo: null };
  const searchedTo = query.sort === 'timestamp' ? new Date(horizon.value).toISOString() : null;
  return { ...page, ...count, nextCursor: encodeCursor(list, horizon), searchedTo };
}

function readPage(
  db: Queryable,
  model: RecordModel,
  query: RecordQuery,
  after: Position | undefined,
  { byTime, byColumn }: Limits,
): Promise<Answer> {
  const limit = query.sort === 'timestamp' ? byTime : byColumn;
  const writer = new ConditionWriter(model, []);
  const { found, tested } = narrow(model, query, writer);
  const sort = columnSql(query.sort);
  const order = `ORDER BY ${sort} ${query.order}, id ${query.order}`;
  const value = query.sort === 'timestamp' ? `(extract(epoch FROM timestamp) * 1000)::float8` : sort;
  const read = `
    SELECT * FROM ${tableOf(model)} WHERE ${found} ${after ? beyond(query, after, writer) : ''}
    ${order} LIMIT ${writer.bind(limit, 'int8')}`;
  const pageSize = writer.bind(query.pageSize, 'int8');
  const horizon = `
    SELECT ${value} AS value, id FROM (${read}) AS read OFFSET ${writer.bind(limit - 1, 'int8')} LIMIT 1`;
  return selectOne<Answer>(
    db,
    `WITH page AS MATERIALIZED (
       SELECT * FROM (${read}) AS read WHERE ${tested ?? 'true'} ${order} LIMIT ${pageSize} + 1
     )
     SELECT ${rowsOf(`
         SELECT ${value} AS "sortValue",
           (SELECT to_json(item) FROM (SELECT ${rowColumns(model)}) AS item) AS item
         FROM page ${order}`)} AS rows,
       CASE WHEN (SELECT count(*) FROM page) <= ${pageSize} THEN ${rowOf(horizon)} END AS horizon`,
    writer.parameters,
  );
}

/** The sort value alone says which partitions and entries of an index to pass over; both say it to the row. */
function beyond({ sort, order }: RecordQuery, { value, id }: Position, writer: ConditionWriter): string {
  const comparison = order === 'asc' ? '>' : '<';
  const column = columnSql(sort);
  const position =
    sort === 'timestamp' ? writer.bind(new Date(value), 'timestamptz') : writer.bind(value, 'float8');
  return `AND ${column} ${comparison}= ${position}
    AND (${column}, id) ${comparison} (${position}, ${writer.bind(id, 'uuid')})`;
}

/** What a cursor belongs to. The range is not part of it: that of the last hours moves on with each page. */
function listName(model: RecordModel, { conditions, q, sort, order }: RecordQuery): string {
  const narrowing = JSON.stringify([model.path, conditions, q]);
  return `${sort} ${order} ${createHash('sha256').update(narrowing).digest('base64url').slice(0, 16)}`;
}

/** Tells a value that the sort has from what else may stand in a cursor. */
function accepts(sort: string): (value: unknown) => value is number {
  const limit = sort === 'timestamp' ? MAX_DATE : Number.MAX_VALUE;
  return (value): value is number => typeof value === 'number' && Math.abs(value) <= limit;
}
