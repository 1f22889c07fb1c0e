import { select, type Queryable } from '../queryable.js';

export interface Partition {
  readonly name: string;
  readonly parent: string;
  /** Its UTC day, such as `20260131`. */
  readonly day: string;
  /** `pending`: a detachment that was interrupted. `detached`: one that was not followed by its drop. */
  readonly state: 'attached' | 'pending' | 'detached';
}

/** Every partition of the event tables, by name. */
export function listPartitions(db: Queryable): Promise<Partition[]> {
  return select<Partition>(
    db,
    `SELECT part.relname AS name,
       substring(part.relname FROM '^(.*)_[0-9]{8}$') AS parent,
       right(part.relname, 8) AS day,
       CASE WHEN link.inhrelid IS NULL THEN 'detached'
            WHEN link.inhdetachpending THEN 'pending'
            ELSE 'attached' END AS state
     FROM pg_class part
     LEFT JOIN pg_inherits link ON link.inhrelid = part.oid
     WHERE part.relnamespace = 'monitoring'::regnamespace AND part.relkind = 'r'
       AND part.relname ~ '^(system_metric|error_log|api_usage_metric|user_activity)_[0-9]{8}$'
     ORDER BY part.relname`,
  );
}
