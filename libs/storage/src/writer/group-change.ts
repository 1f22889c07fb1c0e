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
    occurrences: row.weight,
  };
}

function addOccurrence(change: GroupChange, row: ErrorRow): void {
  if (row.timestamp >= change.lastSeen) change.endpoint = row.endpoint ?? change.endpoint;
  if (row.timestamp > change.lastSeen) change.lastSeen = row.timestamp;
  if (row.timestamp < change.firstSeen) change.firstSeen = row.timestamp;
  change.severity = worse(change.severity, row.severity);
  change.occurrences += row.weight;
}

/** The first line that shows something; the type where the message shows nothing. */
function titleOf(row: ErrorRow): string {
  return firstLine(row.message) || firstLine(row.grouping.errorType) || 'Error';
}

/** Blanks, control characters and those that turn the direction of writing show nothing. */
function firstLine(text: string): string {
  const shown = text.replace(/^[^\p{L}\p{N}\p{P}\p{S}]+/u, '').slice(0, TITLE_LENGTH);
  return shown.split('\n', 1)[0]?.trim().toWellFormed() ?? '';
}
