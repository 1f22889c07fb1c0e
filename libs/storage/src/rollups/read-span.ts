import { select, type Queryable } from '../queryable.js';
import { ROLLUP_KINDS, startsOf, TALLY_KINDS } from './rollup-kind.js';
import type { Window } from './window.js';

/** The least window with every raw row that is rolled up, and the days of all buckets; null where there are none. */
export async function readSpan(db: Queryable): Promise<Window | null> {
  const row = (end: string) =>
    TALLY_KINDS.map(({ raw, condition }) => `(SELECT ${end} FROM monitoring.${raw} WHERE ${condition})`);
  const day = (end: string) => ROLLUP_KINDS.flatMap((kind) => startsOf(kind, end));
  const first = [...row('min(timestamp)'), ...day('min(start)')];
  const last = [
    ...row(`max(timestamp) + interval '1 millisecond'`),
    ...day(`max(start) + interval '24 hours'`),
  ];
  const [span] = await select<{ from: Date | null; to: Date | null }>(
    db,
    `SELECT least(${first.join(', ')}) AS "from", greatest(${last.join(', ')}) AS "to"`,
  );
  return span?.from && span.to ? { from: span.from, to: span.to } : null;
}
