import type { Queryable } from '../queryable.js';

/**
 * Forgets the deploys before a time, apart from the newest of each app and environment, both seen and posted: what runs
 * there can always be told.
 */
export async function retainDeploys(db: Queryable, oldest: Date): Promise<void> {
  await db.query(
    `DELETE FROM monitoring.deploy WHERE timestamp < $1 AND id NOT IN (
       SELECT DISTINCT ON (app, environment, source) id FROM monitoring.deploy
       ORDER BY app, environment, source, timestamp DESC, id DESC)`,
    [oldest.toISOString()],
  );
}
