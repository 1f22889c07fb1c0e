import type { Occurrence, OccurrenceList } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { decodeCursor, type Position } from './cursor.js';
import { rowsOf } from './fragments.js';
import { OCCURRENCE_COLUMNS } from './occurrence-columns.js';
import { within, type Scope } from './scope.js';
import { selectOne } from './select-one.js';
import { toPage } from './to-page.js';

export interface OccurrencePage {
  readonly pageSize: number;
  readonly cursor?: string | undefined;
}

const ORDER = 'timestamp desc';

/**
 * A group's occurrences in the scope, newest first; none for a group that does not exist. `total` counts rows, as
 * pages do, and not the occurrences that they stand for: that is the group's `count`.
 * @throws InvalidCursorError
 */
export async function listOccurrences(
  db: Queryable,
  groupId: string,
  scope: Scope,
  { pageSize, cursor }: OccurrencePage,
): Promise<OccurrenceList> {
  const after = cursor === undefined ? undefined : decodeCursor(ORDER, cursor);
  const parameters: unknown[] = [groupId, pageSize + 1];
  const all = `log.group_id = $1 AND ${within(scope, parameters, { table: 'log' })}`;
  const { total, items } = await selectOne<{ total: number; items: Occurrence[] }>(
    db,
    `SELECT (SELECT count(*) FROM monitoring.error_log log WHERE ${all})::float8 AS total,
       ${rowsOf(`
         SELECT ${OCCURRENCE_COLUMNS} FROM monitoring.error_log log
         WHERE ${all} ${after ? older(after, parameters) : ''}
         ORDER BY log.timestamp DESC, log.id DESC LIMIT $2`)} AS items`,
    parameters,
  );
  const rows = items.map((item) => ({ sortValue: Date.parse(item.timestamp), item }));
  return { ...toPage(ORDER, rows, pageSize), total };
}

function older({ value, id }: Position, parameters: unknown[]): string {
  const time = `to_timestamp($${parameters.push(value)}::float8 / 1000)::timestamptz(3)`;
  return `AND (log.timestamp, log.id) < (${time}, $${parameters.push(id)}::uuid)`;
}
