import type { LiveError } from '@scitex/monitoring-contracts';
import { select, type Queryable } from '../queryable.js';

/** What a group of errors is called, and where it happens. */
export type ErrorHeading = Omit<LiveError, 'change'>;

/** The headings of those groups that there are, in any order. */
export function readErrorHeadings(db: Queryable, ids: readonly string[]): Promise<ErrorHeading[]> {
  return select<ErrorHeading>(
    db,
    `SELECT id, error_type AS "errorType", title, severity, app, environment
     FROM monitoring.error_group WHERE id = ANY($1::uuid[])`,
    [ids],
  );
}
