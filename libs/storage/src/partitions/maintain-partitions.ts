import { retainDeploys } from '../deploys/retain-deploys.js';
import type { Queryable } from '../queryable.js';
import { retainRollups } from '../rollups/retain-rollups.js';
import type { Transactional } from '../rollups/transactional.js';
import { dropPartitions } from './drop-partitions.js';
import { ensureDaysAhead } from './ensure-days-ahead.js';
import { listPartitions } from './list-partitions.js';

export interface Retention {
  /** Whole UTC days that are kept before today. */
  readonly retentionDays: number;
  readonly now?: Date;
}

/** Longer than a recorder keeps a batch that it may send again. */
const CLAIM_DAYS = 14;

const DAY_MS = 86_400_000;

/**
 * Makes the partitions of the coming days, drops those older than the retention, lets their rollups go, and
 * forgets old batch claims, processes that were last heard of before the retention, and reasons of refusals and deploys
 * that were.
 * Several servers may run it at once.
 * @returns the names of the tables that were made and dropped
 * @example await maintainPartitions(dataSource, { retentionDays: 30 })
 */
export async function maintainPartitions(
  db: Queryable & Transactional,
  { retentionDays, now = new Date() }: Retention,
): Promise<{ created: string[]; dropped: string[] }> {
  const before = await listPartitions(db);
  await ensureDaysAhead(db, now);
  const known = new Set(before.map(({ name }) => name));
  const created = (await listPartitions(db)).filter(({ name }) => !known.has(name));

  const oldest = now.getTime() - retentionDays * DAY_MS;
  const dropped = await dropPartitions(db, utcDay(oldest));
  const oldestDay = new Date(Math.floor(oldest / DAY_MS) * DAY_MS);
  await retainRollups(db, oldestDay, now);
  await retainDeploys(db, oldestDay);

  await db.query(
    `DELETE FROM monitoring.batch WHERE claimed_at < $1::timestamptz - make_interval(days => $2)`,
    [now.toISOString(), CLAIM_DAYS],
  );
  await db.query(
    `DELETE FROM monitoring.quarantine WHERE last_seen < $1::timestamptz - make_interval(days => $2)`,
    [now.toISOString(), retentionDays],
  );
  await db.query(
    `DELETE FROM monitoring.collector WHERE reported_at < $1::timestamptz - make_interval(days => $2)`,
    [now.toISOString(), retentionDays],
  );
  return { created: created.map(({ name }) => name), dropped };
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}
