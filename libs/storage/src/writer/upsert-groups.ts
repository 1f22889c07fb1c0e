import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { UUID } from 'uuidv7';
import type { ErrorRow } from './error-row.js';
import { eventId } from './event-id.js';
import { groupChanges } from './group-change.js';

/**
 * Counts occurrences in their groups, and makes groups that are new.
 * A resolved group reopens, marked as regressed, unless all that came is older than what it has seen: a late
 * batch is no recurrence. A group's severity is the worst that it has seen, so that none hides behind the first.
 * @param rows by fingerprint
 * @returns the ids of their groups, by fingerprint
 */
export async function upsertGroups(
  client: ClientBase,
  source: Source,
  rows: readonly ErrorRow[],
): Promise<Map<string, UUID>> {
  const changes = groupChanges(rows);
  const result = await client.query<{ id: string; fingerprint: string }>(UPSERT, [
    source.app,
    source.environment,
    changes.map(({ firstSeen }) => eventId(firstSeen).toString()),
    changes.map(({ grouping }) => grouping.fingerprint),
    changes.map(({ grouping }) => grouping.errorType),
    changes.map(({ title }) => title),
    changes.map(({ severity }) => severity),
    changes.map(({ firstSeen }) => utc(firstSeen)),
    changes.map(({ lastSeen }) => utc(lastSeen)),
    changes.map(({ occurrences }) => occurrences),
    changes.map(({ endpoint }) => endpoint),
    changes.map(({ grouping }) => grouping.normalizedMessage),
    changes.map(({ grouping }) => JSON.stringify(grouping.frames)),
  ]);
  return new Map(result.rows.map(({ id, fingerprint }) => [fingerprint, UUID.parse(id)]));
}

function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const UPSERT = `
  INSERT INTO monitoring.error_group AS grp (app, environment, id, fingerprint, error_type, title, severity,
    first_seen, last_seen, occurrences, endpoint, normalized_message, frames)
  SELECT $1, $2, row.* FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::monitoring.severity[],
    $8::timestamptz[], $9::timestamptz[], $10::int8[], $11::text[], $12::text[], $13::jsonb[]) AS row
  ON CONFLICT (app, environment, fingerprint) DO UPDATE SET
    severity = greatest(grp.severity, excluded.severity),
    status = CASE WHEN grp.status = 'resolved' AND excluded.last_seen >= grp.last_seen
      THEN 'unresolved' ELSE grp.status END,
    regressed = grp.regressed OR (grp.status = 'resolved' AND excluded.last_seen >= grp.last_seen),
    endpoint = CASE WHEN excluded.last_seen >= grp.last_seen
      THEN coalesce(excluded.endpoint, grp.endpoint) ELSE grp.endpoint END,
    first_seen = least(grp.first_seen, excluded.first_seen),
    last_seen = greatest(grp.last_seen, excluded.last_seen),
    occurrences = grp.occurrences + excluded.occurrences
  RETURNING id, fingerprint`;
