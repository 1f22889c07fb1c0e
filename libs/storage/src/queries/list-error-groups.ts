import type { ErrorGroup, ErrorList } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bindableTime } from './bindable.js';
import { decodeCursor, type Position } from './cursor.js';
import { ERROR_GROUP_COLUMNS, trendOf } from './error-group-columns.js';
import { groupCondition, occurrenceCondition, type ErrorFilter } from './error-filter.js';
import { EVENTS } from './fragments.js';
import type { Scope } from './scope.js';
import { selectOne } from './select-one.js';
import { toPage } from './to-page.js';

/** Each sort as a number, so that one kind of cursor serves all. */
const SORT_VALUES: Record<ErrorFilter['sort'], string> = {
  lastSeen: `(extract(epoch FROM grp.last_seen) * 1000)::float8`,
  firstSeen: `(extract(epoch FROM grp.first_seen) * 1000)::float8`,
  count: `seen.count::float8`,
  userCount: `seen.user_count::float8`,
  severity: `array_position(enum_range(NULL::monitoring.severity), grp.severity)::float8`,
};

interface Answer {
  readonly total: number;
  readonly rows: { sortValue: number; item: ErrorGroup }[];
}

/**
 * The groups with an occurrence in the scope. Counts and trend are of the scope; `firstSeen`, `lastSeen`,
 * severity and status are the group's own. Equal sort values are ordered by id, so that pages neither
 * repeat nor leave out a group.
 * @throws InvalidCursorError
 */
export async function listErrorGroups(db: Queryable, scope: Scope, filter: ErrorFilter): Promise<ErrorList> {
  const order = `${filter.sort} ${filter.order}`;
  const after = filter.cursor === undefined ? undefined : decodeCursor(order, filter.cursor);
  const parameters: unknown[] = [];
  const matching = matchingGroups(scope, filter, parameters);
  const { total, rows } = await selectOne<Answer>(
    db,
    `${matching}
     SELECT (SELECT count(*) FROM matching)::float8 AS total,
       coalesce(json_agg(json_build_object('sortValue', sort_value, 'item', to_jsonb(page) - 'sort_value')), '[]')
         AS rows
     FROM (
       SELECT * FROM matching ${after ? beyond(filter, after, parameters) : ''}
       ORDER BY sort_value ${filter.order}, id ${filter.order}
       LIMIT $${parameters.push(filter.pageSize + 1)}
     ) AS page`,
    parameters,
  );
  return { ...toPage(order, rows, filter.pageSize), total };
}

function matchingGroups(scope: Scope, filter: ErrorFilter, parameters: unknown[]): string {
  const from = `$${parameters.push(bindableTime(scope.from))}::timestamptz`;
  const to = `$${parameters.push(bindableTime(scope.to))}::timestamptz`;
  const occurrences = occurrenceCondition(scope, filter, parameters);
  return `
    WITH seen AS (
      SELECT log.group_id, ${EVENTS} AS count, count(DISTINCT log.user_id) AS user_count,
        ${trendOf(from, to)} AS trend
      FROM monitoring.error_log log WHERE ${occurrences} GROUP BY log.group_id
    ), matching AS (
      SELECT ${ERROR_GROUP_COLUMNS}, seen.count, seen.user_count AS "userCount", seen.trend,
        ${SORT_VALUES[filter.sort]} AS sort_value
      FROM seen JOIN monitoring.error_group grp ON grp.id = seen.group_id
      LEFT JOIN monitoring.staff_account assignee ON assignee.id = grp.assignee_id
      WHERE ${groupCondition(filter, occurrences, parameters)}
    )`;
}

function beyond({ order }: ErrorFilter, { value, id }: Position, parameters: unknown[]): string {
  const comparison = order === 'asc' ? '>' : '<';
  const position = `($${parameters.push(value)}::float8, $${parameters.push(id)}::uuid)`;
  return `WHERE (sort_value, id) ${comparison} ${position}`;
}
