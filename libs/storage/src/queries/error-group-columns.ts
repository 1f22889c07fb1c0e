import { eventsWhere, iso } from './fragments.js';

/** Points of a group's trend. */
export const TREND_POINTS = 12;

/** The columns of a contract's error group that come from `grp` and its `assignee`, without counts and trend. */
export const ERROR_GROUP_COLUMNS = `
  grp.id, grp.error_type AS "errorType", grp.title, grp.severity, grp.status, grp.endpoint, grp.app,
  grp.environment, ${iso('grp.first_seen')} AS "firstSeen", ${iso('grp.last_seen')} AS "lastSeen",
  CASE WHEN assignee.id IS NULL THEN NULL
    ELSE json_build_object('id', assignee.id, 'name', assignee.name) END AS assignee,
  grp.regressed`;

/** An array of counts of the errors of `log`, one for each twelfth between two instants, oldest first. */
export function trendOf(from: string, to: string): string {
  const epoch = (instant: string) => `extract(epoch FROM ${instant})::float8`;
  const slot = `width_bucket(${epoch('log.timestamp')}, ${epoch(from)}, ${epoch(to)}, ${TREND_POINTS})`;
  const counts = Array.from({ length: TREND_POINTS }, (_, index) => eventsWhere(`${slot} = ${index + 1}`));
  return `json_build_array(${counts.join(', ')})`;
}
