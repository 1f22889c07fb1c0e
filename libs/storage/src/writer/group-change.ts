import type { Severity } from '@scitex/monitoring-contracts';
import type { Grouping } from '../grouping/index.js';
import type { ErrorRow } from './error-row.js';
import { worse } from './severity.js';

const TITLE_LENGTH = 256;

/** What the occurrences of a batch change in their group. */
export interface GroupChange {
  readonly grouping: Grouping;
  readonly title: string;
  severity: Severity;
  /** Milliseconds since 1970. */
  firstSeen: number;
  lastSeen: number;
  endpoint: string | null;
  occurrences: number;
}

/** A change for each group, in the order of the rows. */
export function groupChanges(rows: readonly ErrorRow[]): GroupChange[] {
  const changes = new Map<string, GroupChange>();
  for (const row of rows) {
    const change = changes.get(row.grouping.fingerprint);
    if (change) addOccurrence(change, row);
    else changes.set(row.grouping.fingerprint, firstOccurrence(row));
  }
  return [...changes.values()];
}

function firstOccurrence(row: ErrorRow): GroupChange {
  return {
    grouping: row.grouping,
    title: titleOf(row),
    severity: row.severity,
    firstSeen: row.timestamp,
    lastSeen: row.timestamp,
    endpoint: row.endpoint,
    occurrences: 1,
  };
}

function addOccurrence(change: GroupChange, row: ErrorRow): void {
  if (row.timestamp >= change.lastSeen) change.endpoint = row.endpoint ?? change.endpoint;
  if (row.timestamp > change.lastSeen) change.lastSeen = row.timestamp;
  if (row.timestamp < change.firstSeen) change.firstSeen = row.timestamp;
  change.severity = worse(change.severity, row.severity);
  change.occurrences += 1;
}

/** The first line that says something; the type where the message is empty. */
function titleOf(row: ErrorRow): string {
  const message = row.message.trimStart().slice(0, TITLE_LENGTH);
  return message.split('\n', 1)[0]?.trim().toWellFormed() || row.grouping.errorType;
}
