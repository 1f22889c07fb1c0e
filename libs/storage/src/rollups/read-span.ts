import { select, type Queryable } from '../queryable.js';
import { ROLLUP_KINDS } from './rollup-kind.js';
import type { Window } from './window.js';

/** The least window with every raw row that is rolled up, and every day that has a bucket; null where there are none. */
export async function readSpan(db: Queryable): Promise<Window | null> {
  const of = (aggregate: string, end: string) =>
    ROLLUP_KINDS.flatMap(({ name, raw, condition }) => [
      `(SELECT ${aggregate}(timestamp) ${end} FROM monitoring.${raw} WHERE ${condition})`,
      `(SELECT ${aggregate}(start) ${end} FROM monitoring.${name}_day)`,
    ]).join(', ');
  const [span] = await select<{ from: Date | null; to: Date | null }>(
    db,
    `SELECT least(${of('min', '')}) AS "from", greatest(${of('max', `+ interval '1 millisecond'`)}) AS "to"`,
  );
  return span?.from && span.to ? { from: span.from, to: span.to } : null;
}
