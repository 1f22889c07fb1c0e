import { select, type Queryable } from '../queryable.js';

/** Late events of yesterday, and time enough to notice when maintenance does not run. */
const DAYS = [-1, 0, 1, 2, 3];

/** Makes the partitions from yesterday to three days ahead, where they are missing. */
export async function ensureDaysAhead(db: Queryable, now: Date): Promise<void> {
  await select(
    db,
    `SELECT monitoring.ensure_partition(($1::timestamptz AT TIME ZONE 'UTC')::date + ahead)
     FROM unnest($2::integer[]) AS ahead`,
    [now.toISOString(), DAYS],
  );
}
