import {
  TIMELINE_KINDS,
  type TimelineEntry,
  type TimelineKind,
  type UserTimeline,
} from '@scitex/monitoring-contracts';
import type { Queryable } from '../../queryable.js';
import { bindableText, bindableTime } from '../bindable.js';
import { decodeCursor } from '../cursor.js';
import { rowsOf } from '../fragments.js';
import { MOST_COUNTED } from '../limits.js';
import { within, type Scope } from '../scope.js';
import { selectOne } from '../select-one.js';
import { toPage } from '../to-page.js';
import { TIMELINE_SOURCES } from './timeline-sources.js';

export interface TimelinePage {
  readonly kind?: TimelineKind | undefined;
  readonly pageSize: number;
  readonly cursor?: string | undefined;
}

/** Where an entry stands among all: its time in milliseconds, and within one, its kind. */
const placeOf = ({ timestamp, kind }: TimelineEntry) =>
  Date.parse(timestamp) * TIMELINE_KINDS.length + TIMELINE_KINDS.indexOf(kind);

/**
 * What a user did and what happened to them, in one list, newest first. Entries are ordered by time, kind and id, so that
 * pages neither repeat nor leave out one, whatever arrives meanwhile. Of each kind, so many are counted at most.
 * @throws InvalidCursorError
 */
export async function listUserTimeline(
  db: Queryable,
  userId: string,
  scope: Scope,
  { kind, pageSize, cursor }: TimelinePage,
): Promise<UserTimeline> {
  const list = `timeline ${kind ?? 'all'}`;
  const after = cursor === undefined ? undefined : decodeCursor(list, cursor);
  const parameters: unknown[] = [bindableText(userId), pageSize + 1];
  const theirs = `user_id = $1 AND ${within(scope, parameters)}`;
  const kinds = kind ? [kind] : TIMELINE_KINDS;
  const beyond = after && beyondOf(after, parameters);
  const entries = kinds.map((one) => {
    const { table, condition, columns } = TIMELINE_SOURCES[one];
    return `(SELECT timestamp, ${TIMELINE_KINDS.indexOf(one)} AS place, id,
        (SELECT to_json(item) FROM (SELECT ${columns}) AS item) AS item
      FROM monitoring.${table} WHERE ${theirs} AND ${condition} ${beyond ? `AND ${beyond(one)}` : ''}
      ORDER BY timestamp DESC, id DESC LIMIT $2)`;
  });
  const counts = kinds.map((one) => {
    const { table, condition } = TIMELINE_SOURCES[one];
    return `(SELECT count(*) FROM (SELECT FROM monitoring.${table} WHERE ${theirs} AND ${condition} LIMIT ${MOST_COUNTED + 1}) AS one)`;
  });
  const { counted, rows } = await selectOne<{ counted: number[]; rows: { item: TimelineEntry }[] }>(
    db,
    `SELECT json_build_array(${counts.join(', ')}) AS counted,
       ${rowsOf(`
         SELECT item FROM (${entries.join(' UNION ALL ')}) AS entry
         ORDER BY timestamp DESC, place DESC, id DESC LIMIT $2`)} AS rows`,
    parameters,
  );
  const placed = rows.map(({ item }) => ({ sortValue: placeOf(item), item }));
  const least = counted.map((count) => Math.min(count, MOST_COUNTED));
  return {
    ...toPage(list, placed, pageSize),
    total: least.reduce((sum, count) => sum + count, 0),
    totalIsExact: counted.every((count) => count <= MOST_COUNTED),
  };
}

/** The condition for the rows of a kind that come after the last entry of a page. */
function beyondOf({ value, id }: { value: number; id: string }, parameters: unknown[]) {
  const time = `$${parameters.push(bindableTime(new Date(Math.floor(value / TIMELINE_KINDS.length))))}::timestamptz`;
  const last = `$${parameters.push(id)}::uuid`;
  const place = value % TIMELINE_KINDS.length;
  return (kind: TimelineKind): string => {
    const other = TIMELINE_KINDS.indexOf(kind);
    if (other === place) return `timestamp <= ${time} AND (timestamp, id) < (${time}, ${last})`;
    return other < place ? `timestamp <= ${time}` : `timestamp < ${time}`;
  };
}
