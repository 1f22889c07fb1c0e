import { select, type Queryable } from '../queryable.js';
import type { Transactional } from '../rollups/transactional.js';
import { dropPartition } from './drop-partition.js';
import { listPartitions } from './list-partitions.js';

/**
 * Drops the partitions of the days before one, where no other server is at it: of two that detach at once, each may
 * wait for the other.
 * @param day the oldest UTC day that is kept, such as `20260131`
 * @returns the names of those that were dropped
 */
export function dropPartitions(db: Queryable & Transactional, day: string): Promise<string[]> {
  // The transaction does nothing but hold the lock: a partition cannot be detached concurrently inside of one.
  return db.transaction(async (lock) => {
    if (!(await isFirst(lock))) return [];
    const old = (await listPartitions(db)).filter((partition) => partition.day < day);
    for (const partition of old) await dropPartition(db, partition);
    return old.map(({ name }) => name);
  });
}

async function isFirst(lock: Queryable): Promise<boolean> {
  const [row] = await select<{ first: boolean }>(
    lock,
    `SELECT pg_try_advisory_xact_lock(hashtextextended('monitoring.drop_partitions', 0)) AS first`,
  );
  return row?.first === true;
}
