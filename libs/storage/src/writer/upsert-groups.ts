import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { UUID } from 'uuidv7';
import type { ErrorRow } from './error-row.js';
import { eventId } from './event-id.js';
import { groupChanges } from './group-change.js';

/** What became of the groups of a batch. */
export interface StoredGroups {
  /** By fingerprint. */
  readonly ids: ReadonlyMap<string, UUID>;
  readonly created: readonly string[];
  /** Those that had been resolved; two writers who bring one back at the same moment may both say so. */
  readonly regressed: readonly string[];
}

/**
 * Counts occurrences in their groups, and makes groups that are new.
 * A resolved group reopens, marked as regressed, unless all that came is older than what it has seen: a late
 * batch is no recurrence. A group's severity is the worst that it has seen, so that none hides behind the first.
 * @param rows by fingerprint
 */
export async function upsertGroups(
  client: ClientBase,
  source: Source,
  rows: readonly ErrorRow[],
): Promise<StoredGroups> {
  const changes = groupChanges(rows);
  const proposed = changes.map(({ firstSeen }) => eventId(firstSeen).toString());
  const { rows: groups } = await client.query<{ id: string; fingerprint: string; reopened: boolean }>(
    UPSERT,
    [
      source.app,
      source.environment,
      proposed,
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
    ],
  );
  const own = new Set(proposed);
  return {
    ids: new Map(groups.map(({ id, fingerprint }) => [fingerprint, UUID.parse(id)])),
    created: groups.filter(({ id }) => own.has(id)).map(({ id }) => id),
    regressed: groups.filter(({ reopened }) => reopened).map(({ id }) => id),
  };
}

function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** What a statement reads is from before it: so the earlier status of a group is there to compare. */
const EARLIER_STATUS = `
  SELECT status FROM monitoring.error_group AS earlier WHERE earlier.app = grp.app
    AND earlier.environment = grp.environment AND earlier.fingerprint = grp.fingerprint`;

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
  RETURNING grp.id, grp.fingerprint,
    grp.status = 'unresolved' AND coalesce((${EARLIER_STATUS}) = 'resolved', false) AS reopened`;
