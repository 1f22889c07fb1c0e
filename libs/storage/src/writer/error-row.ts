import type { ErrorEvent, Severity } from '@scitex/monitoring-contracts';
import { groupOf, type Grouping } from '../grouping/index.js';
import { mapInTurns } from './map-in-turns.js';
import { reasonOf } from './quarantine/reason-of.js';
import type { Refusals } from './quarantine/refusals.js';
import { errorLogTable } from './tables/error-log.table.js';
import { rowOf, type TimedRow } from './tables/table.js';

/** The columns that a group is made from. */
interface ErrorColumns extends TimedRow {
  readonly severity: Severity;
  readonly error_type: string;
  readonly message: string;
  readonly stack_trace: string | null;
  readonly endpoint: string | null;
}

export interface ErrorRow extends ErrorColumns {
  readonly grouping: Grouping;
}

/** The rows of errors, by fingerprint: all writers lock groups in one order, and so never wait in a circle. */
export async function toErrorRows(events: readonly ErrorEvent[], refusals: Refusals): Promise<ErrorRow[]> {
  const rows = await mapInTurns(events, (event) => {
    const row = toErrorRow(event);
    if (!row) refusals.add('errors', reasonOf(errorLogTable, event), event);
    return row;
  });
  return rows.filter((row) => row !== undefined).sort(byFingerprint);
}

function toErrorRow(event: ErrorEvent): ErrorRow | undefined {
  const row = rowOf(errorLogTable, event) as ErrorColumns | undefined;
  if (!row) return undefined;
  const grouping = groupOf({
    errorType: row.error_type,
    message: row.message,
    stackTrace: row.stack_trace,
  });
  return Object.assign(row, { grouping });
}

function byFingerprint({ grouping: a }: ErrorRow, { grouping: b }: ErrorRow): number {
  return a.fingerprint < b.fingerprint ? -1 : Number(a.fingerprint > b.fingerprint);
}
