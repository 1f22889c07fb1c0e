import { RECORD_MODELS, type RecordModel, type RecordRow } from '@scitex/monitoring-contracts';
import { around } from '../../shared/util-drill-down/around';
import { type Target, userPage } from '../../shared/util-drill-down/rows-behind';

export interface RelatedLink extends Target {
  readonly label: string;
}

/** Rows that share something with a row. */
export interface RelatedRows {
  readonly heading: string;
  readonly links: readonly RelatedLink[];
}

/** What rows share, and how long before and after a row the others are. */
const SHARED = [
  { column: 'traceId', heading: 'Same trace', hours: 1 },
  { column: 'userId', heading: 'Same user', hours: 12 },
  { column: 'sessionId', heading: 'Same session', hours: 12 },
] as const;

/** The lists of all models, each narrowed to the rows that share a trace, a user or a session with this one. */
export function relatedRows(row: RecordRow): RelatedRows[] {
  return SHARED.flatMap(({ column, heading, hours }) => {
    const value = row[column];
    if (typeof value !== 'string' || value === '') return [];
    const span = around(row.timestamp, hours);
    const queryParams = { ...span, [column]: value };
    const toLink = ({ label, path }: RecordModel) => ({ label, path: `/admin/${path}`, queryParams });
    const lists = RECORD_MODELS.filter(({ columns }) => column in columns).map(toLink);
    const timeline = { label: 'Their timeline', ...userPage(span, value) };
    return [{ heading, links: column === 'userId' ? [timeline, ...lists] : lists }];
  });
}
