import { MAX_REFUSALS } from '@scitex/monitoring-contracts';
import { iso } from './fragments.js';

/** Of an example, whose event may be several times as long: fifty go out with every refresh of a dashboard. */
const MAX_CHARACTERS = 4000;

const NEWEST_FIRST = `ORDER BY last_seen DESC, app, environment, kind, reason`;

/**
 * The query of what was refused and has come again within the last `$1` hours, newest first.
 * @param conditions such as `AND app = $2`
 */
export function refusalsWhere(conditions: string): string {
  return `
    SELECT app, environment, kind, reason, occurrences AS count,
      ${iso('first_seen')} AS "firstSeen", ${iso('last_seen')} AS "lastSeen",
      CASE WHEN length(text) > ${MAX_CHARACTERS} THEN left(text, ${MAX_CHARACTERS}) || '…' ELSE text END AS example
    FROM (
      SELECT * FROM monitoring.quarantine
      WHERE last_seen >= now() - make_interval(hours => $1::integer) ${conditions}
      ${NEWEST_FIRST} LIMIT ${MAX_REFUSALS}
    ) AS refusal, jsonb_pretty(example) AS text
    ${NEWEST_FIRST}`;
}
