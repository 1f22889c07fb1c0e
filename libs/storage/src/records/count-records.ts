import type { RecordModel } from '@scitex/monitoring-contracts';
import { selectOne } from '../queries/select-one.js';
import type { Queryable } from '../queryable.js';
import { narrow, type Narrowing } from './narrowing.js';
import { ConditionWriter } from './record-condition.js';
import { tableOf } from './record-sql.js';

export interface RecordCount {
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Counts matching rows among the newest that indexes find, up to a limit: exact where there are no more of these. */
export function countRecords(
  db: Queryable,
  model: RecordModel,
  narrowing: Narrowing,
  limit: number,
): Promise<RecordCount> {
  const writer = new ConditionWriter(model, []);
  const { found, tested = 'true' } = narrow(model, narrowing, writer);
  return selectOne<RecordCount>(
    db,
    `SELECT (count(*) FILTER (WHERE nth <= ${writer.bind(limit, 'int8')} AND ${tested}))::float8 AS total,
       count(*) <= ${writer.bind(limit, 'int8')} AS "totalIsExact"
     FROM (
       SELECT *, row_number() OVER () AS nth FROM (
         SELECT * FROM ${tableOf(model)} WHERE ${found}
         ORDER BY timestamp DESC LIMIT ${writer.bind(limit + 1, 'int8')}
       ) AS newest
     ) AS numbered`,
    writer.parameters,
  );
}
