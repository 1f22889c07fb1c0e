import type { Source } from '@scitex/monitoring-contracts';
import pg, { type ClientBase } from 'pg';
import type { Refusals } from './refusals.js';

/**
 * Counts what was refused in the quarantine, where staff see why, and keeps the last example of each reason. The last
 * of a batch, as its rows are locked until the commit; a quarantine that is missing, or not this account's to write
 * to, keeps nothing else from being stored.
 */
export async function storeRefusals(client: ClientBase, source: Source, refusals: Refusals): Promise<void> {
  if (refusals.isEmpty) return;
  const list = refusals.list();
  await client.query('SAVEPOINT quarantine');
  try {
    await client.query(UPSERT, [
      source.app,
      source.environment,
      source.instance,
      list.map(({ kind }) => kind),
      list.map(({ reason }) => reason),
      list.map(({ count }) => count),
      list.map(({ example }) => example),
    ]);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT quarantine');
  }
}

const UPSERT = `
  INSERT INTO monitoring.quarantine AS old (app, environment, instance, kind, reason, occurrences, example)
  SELECT $1, $2, $3, row.* FROM unnest($4::text[], $5::text[], $6::int8[], $7::jsonb[]) AS row
  ON CONFLICT (app, environment, kind, reason) DO UPDATE SET
    instance = excluded.instance,
    last_seen = excluded.last_seen,
    occurrences = old.occurrences + excluded.occurrences,
    example = excluded.example`;
