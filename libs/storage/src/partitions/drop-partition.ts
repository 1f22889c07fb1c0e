import type { Queryable } from '../queryable.js';
import type { Partition } from './list-partitions.js';

/**
 * Detaches first, CONCURRENTLY: dropping an attached partition would lock out every reader and writer
 * of its table until the longest running query had ended.
 */
export async function dropPartition(db: Queryable, { name, parent, state }: Partition): Promise<void> {
  const detach = `ALTER TABLE monitoring.${parent} DETACH PARTITION monitoring.${name}`;
  switch (state) {
    case 'attached':
      await db.query(`${detach} CONCURRENTLY`);
      break;
    case 'pending':
      await db.query(`${detach} FINALIZE`);
      break;
    case 'detached':
      break;
    default:
      state satisfies never;
  }
  await db.query(`DROP TABLE IF EXISTS monitoring.${name}`);
}
