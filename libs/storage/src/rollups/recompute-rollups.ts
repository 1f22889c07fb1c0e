import { bindableTime } from '../queries/bindable.js';
import type { Queryable } from '../queryable.js';
import { around, bucketsFromRaw, mergedBuckets } from './buckets-from-raw.js';
import { lockRollups } from './lock-rollups.js';
import { foldedUntil } from './minute-hours.js';
import { MOST_NAMES } from './name-limit.js';
import {
  figuresOf,
  namesOf,
  otherOf,
  ROLLUP_KINDS,
  startOf,
  UNITS,
  USERS,
  type RollupKind,
  type Unit,
} from './rollup-kind.js';
import { nameVisitors } from './visitor-names.js';
import type { Window } from './window.js';

/**
 * Makes every bucket that a window touches anew from its raw rows, and days from their hours: after rows were deleted
 * or edited.
 * Writers wait meanwhile, and send again what waited for longer than their time limit: a million rows take ten seconds.
 * @param db in a transaction, best that of the change itself, so that no figure is ever off
 * @throws where there is no transaction, or one that does not see what others commit meanwhile
 * @example
 * await dataSource.transaction(async (db) => {
 *   await db.query('DELETE FROM monitoring.system_metric WHERE …');
 *   await recomputeRollups(db, { from, to });
 * });
 */
export async function recomputeRollups(
  db: Queryable,
  window: Window,
  kinds: readonly RollupKind[] = ROLLUP_KINDS,
): Promise<void> {
  await lockRollups(db);
  const now = new Date();
  for (const kind of kinds)
    for (const unit of kind.units)
      if (kind.foldsMinutes) await recomputeFolded(db, kind, unit, wholeDays(window), now);
      else await recomputeKept(db, kind, unit, bound(window));
  if (kinds.includes(USERS)) await db.query(NAMES, bound(wholeDays(window)));
}

async function recomputeKept(db: Queryable, kind: RollupKind, unit: Unit, window: string[]): Promise<void> {
  await db.query(remove(kind, unit), window);
  await db.query(insert(kind, unit), window);
}

/** By whole days: each row is counted in a minute, or in the wider buckets, according to the hour that it is of. */
async function recomputeFolded(
  db: Queryable,
  kind: RollupKind,
  unit: Unit,
  days: Window,
  now: Date,
): Promise<void> {
  const folded = foldedUntil(now);
  const part =
    unit === 'minute'
      ? { ...days, from: latest(days.from, folded) }
      : { ...days, to: earliest(days.to, folded) };
  await db.query(remove(kind, unit), bound(days));
  await db.query(insert(kind, unit), bound(part));
}

function remove({ name }: RollupKind, unit: Unit): string {
  return `DELETE FROM monitoring.${name}_${unit} WHERE ${around(unit, 'start')}`;
}

function insert(kind: RollupKind, unit: Unit): string {
  return unit === 'day' ? fromHours(kind) : fromRaw(kind, unit);
}

const NAMES = nameVisitors(`SELECT user_id AS name, timestamp FROM monitoring.${USERS.raw}
  WHERE ${USERS.condition} AND ${around('day', 'timestamp')}`);

/** Other hours of a day may be long: adding them up takes a hundredth of the time, in which all writers wait. */
function fromHours(kind: RollupKind): string {
  const hours = `monitoring.${kind.name}_hour WHERE ${around('day', 'start')}`;
  return `INSERT INTO monitoring.${kind.name}_day (${columnsOf(kind)})
    ${mergedBuckets(kind, hours, 'series_id', startOf('day', 'start'))}`;
}

function fromRaw(kind: RollupKind, unit: Unit): string {
  const names = namesOf(kind).join(', ');
  return `
    WITH bucket AS MATERIALIZED (${withOthers(kind, bucketsFromRaw(kind, unit))}), series AS (
      INSERT INTO monitoring.${kind.name}_series (id, ${names})
      SELECT DISTINCT series_id, ${names} FROM bucket ON CONFLICT (id) DO NOTHING
    )
    INSERT INTO monitoring.${kind.name}_${unit} (${columnsOf(kind)}) ${mergedBuckets(kind, 'bucket', 'series_id')}`;
}

function columnsOf(kind: RollupKind): string {
  return ['start', 'series_id', ...figuresOf(kind)].join(', ');
}

/** Counts apart what a writer might: those names of a source and bucket that have the most events. */
function withOthers(kind: RollupKind, buckets: string): string {
  const invented = Object.keys(kind.others);
  if (invented.length === 0) return buckets;
  const source = 'start, app, environment, release';
  const names = namesOf(kind).map((name) =>
    invented.includes(name)
      ? `CASE WHEN is_many THEN ${otherOf(kind, name)} ELSE ${name} END AS ${name}`
      : name,
  );
  return `
    SELECT start, CASE WHEN is_many THEN other_id ELSE series_id END AS series_id, ${names.join(', ')},
      ${figuresOf(kind).join(', ')}
    FROM (
      SELECT *, dense_rank() OVER (PARTITION BY ${source} ORDER BY events DESC, ${invented.join(', ')}) > ${MOST_NAMES}
        AS is_many
      FROM (SELECT *, sum(count) OVER (PARTITION BY ${source}, ${invented.join(', ')}) AS events
        FROM (${buckets}) AS bucket) AS counted
    ) AS placed`;
}

function bound({ from, to }: Window): string[] {
  return [bindableTime(from), bindableTime(to)];
}

function wholeDays({ from, to }: Window): Window {
  const day = (time: number) => new Date(time * UNITS.day);
  return { from: day(Math.floor(from.getTime() / UNITS.day)), to: day(Math.ceil(to.getTime() / UNITS.day)) };
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function earliest(a: Date, b: Date): Date {
  return a < b ? a : b;
}
